// Files with their places in the folder they were taken from: a browser sends only their names.
const places = new WeakMap();

// "school 5/6a.xlsx", without the folder that was chosen itself.
export const placeOf = (file) => places.get(file) ?? (file.webkitRelativePath.split("/").slice(1).join("/") || file.name);

// What systems leave in folders: locks of open workbooks, pictures, settings.
export const isLitter = (file) => /^(~\$|\._)|^(thumbs\.db|desktop\.ini|\.ds_store)$/i.test(file.name);

// What was dropped: files, and those of folders, however deep. The entries must be asked for at once.
export async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some((entry) => entry.isDirectory)) return { files: [...transfer.files], folder: false };

  const files = [];
  for (const entry of entries) await gather(entry, "", files, entry.isDirectory);
  return { files, folder: true };
}

async function gather(entry, place, files, isTop) {
  if (entry.isFile) {
    const file = await new Promise((found, lost) => entry.file(found, lost));
    places.set(file, place + file.name);
    files.push(file);
    return;
  }
  const reader = entry.createReader();
  // A folder tells its entries by the hundred.
  for (let some; (some = await new Promise((found, lost) => reader.readEntries(found, lost))).length; ) {
    for (const one of some) await gather(one, isTop ? "" : `${place}${entry.name}/`, files, false);
  }
}

// A button that chooses a whole folder, where the browser can.
export function folderButton(text, take) {
  const chooser = document.createElement("input");
  if (!("webkitdirectory" in chooser)) return null;
  chooser.type = "file";
  chooser.webkitdirectory = true;
  chooser.addEventListener("change", () => take([...chooser.files]));
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-sm";
  button.textContent = text;
  button.addEventListener("click", () => {
    chooser.value = "";
    chooser.click();
  });
  return button;
}

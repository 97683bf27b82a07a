# pandas in the race of tables: loads them and sums what they hold, once for every line it is sent.
import glob, sys, time
import pandas

print("ready", flush=True)
for _ in sys.stdin:
    began = time.perf_counter()
    total = 0
    for path in glob.glob(sys.argv[2] + "/wide/*.csv"):
        table = pandas.read_csv(path, dtype={"pupil_id": str, "school_id": str})
        table.groupby("school_id")["total"].sum()
        total += table.filter(like="item_").to_numpy().sum()
    print(time.perf_counter() - began, total, flush=True)

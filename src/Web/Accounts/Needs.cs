using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Stupeni.Accounts;

/// <summary>The right without which an address does not exist for the viewer. Every route declares one, or that anyone may come.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(Permission permission) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public Permission Permission { get; } = permission;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Anyone who has signed in, whatever the role.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute : AuthorizeAttribute;

public sealed class NeedsCheck(Viewer viewer) : AuthorizationHandler<NeedsAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsAttribute requirement)
    {
        if (viewer.May(requirement.Permission)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

public static class NeedsConventions
{
    /// <summary>Who may enter a folder of pages: <c>pages.Needs("/Organisations/Pages", Permission.SeeOrganisations)</c>.</summary>
    public static void Needs(this PageConventionCollection pages, string folder, Permission permission) =>
        pages.AddFolderApplicationModelConvention(folder, page => page.EndpointMetadata.Add(new NeedsAttribute(permission)));

    /// <summary>One page of a folder asks for more than the folder does.</summary>
    public static void PageNeeds(this PageConventionCollection pages, string page, Permission permission) =>
        pages.AddPageApplicationModelConvention(page, model => model.EndpointMetadata.Add(new NeedsAttribute(permission)));

    public static void SignedIn(this PageConventionCollection pages, string folder) =>
        pages.AddFolderApplicationModelConvention(folder, page => page.EndpointMetadata.Add(new SignedInAttribute()));
}

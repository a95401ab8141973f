using Interdiction.Access;
using Interdiction.Administration;
using Interdiction.Archives;
using Interdiction.Boardings;
using Interdiction.Cases;
using Interdiction.CaseWork;
using Interdiction.Consents;
using Interdiction.Custody;
using Interdiction.Data;
using Interdiction.Demonstration;
using Interdiction.Dispatches;
using Interdiction.Evidence;
using Interdiction.Http;
using Interdiction.Identity;
using Interdiction.Law;
using Interdiction.Mailing;
using Interdiction.Notifications;
using Interdiction.Pages;
using Interdiction.Partners;
using Interdiction.Pipeline;
using Interdiction.Proposals;
using Interdiction.Reporting;
using Interdiction.Vessels;
using Interdiction.Search;

namespace Interdiction;

/// <summary>Everything that the server is made of; the command line works with the same parts.</summary>
static class Modules
{
    public static void AddModules(this WebApplicationBuilder builder, Settings settings)
    {
        builder.AddHttp(settings);
        builder.AddOpenApiDocument();
        builder.AddPipeline();
        builder.AddData(settings);
        builder.AddPartners();
        builder.AddIdentity(settings);
        builder.AddAdministration();
        builder.AddLaw();
        builder.AddCases();
        builder.AddBoardings();
        builder.AddCustody();
        builder.AddVessels();
        builder.AddConsents();
        builder.AddDispatches();
        builder.AddCaseWork();
        builder.AddSearch();
        builder.AddEvidence(settings);
        builder.AddArchives();
        builder.AddAccess();
        builder.AddProposals();
        builder.AddNotifications();
        builder.AddMailing(settings);
        builder.AddReporting();
        builder.AddPages();
        builder.AddDemonstration(settings);
    }
}

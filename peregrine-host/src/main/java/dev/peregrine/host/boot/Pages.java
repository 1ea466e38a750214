package dev.peregrine.host.boot;

import dev.peregrine.host.apply.Answering;
import dev.peregrine.host.apply.ApplyRoutes;
import dev.peregrine.host.apply.ChecklistRoutes;
import dev.peregrine.host.apply.FilesRoutes;
import dev.peregrine.host.apply.LetterRoutes;
import dev.peregrine.host.apply.OwnLetterRoutes;
import dev.peregrine.host.apply.PaperRoutes;
import dev.peregrine.host.apply.PostingRoutes;
import dev.peregrine.host.apply.QuestionRoutes;
import dev.peregrine.host.apply.SendRoutes;
import dev.peregrine.host.apply.SentRoutes;
import dev.peregrine.host.apply.TailorPlainRoutes;
import dev.peregrine.host.apply.TailorRoutes;
import dev.peregrine.host.apply.TakeRoutes;
import dev.peregrine.host.apply.Workspace;
import dev.peregrine.host.backup.BackupRoutes;
import dev.peregrine.host.backup.BackupTasks;
import dev.peregrine.host.calendar.FeedRoutes;
import dev.peregrine.host.calendar.InvitationRoutes;
import dev.peregrine.host.calendar.RoundDeedRoutes;
import dev.peregrine.host.calendar.RoundFileRoutes;
import dev.peregrine.host.calendar.RoundRoutes;
import dev.peregrine.host.catalog.CatalogRoutes;
import dev.peregrine.host.catalog.RecipeRoutes;
import dev.peregrine.host.config.BlocklistFile;
import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.DocumentsFile;
import dev.peregrine.host.config.KeywordsFile;
import dev.peregrine.host.config.LicenceFile;
import dev.peregrine.host.config.NetworkFile;
import dev.peregrine.host.config.PreferencesFile;
import dev.peregrine.host.config.ProjectFile;
import dev.peregrine.host.config.SchedulesFile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.connections.ConnectionPages;
import dev.peregrine.host.discovery.Discovery;
import dev.peregrine.host.discovery.ProfileTrial;
import dev.peregrine.host.discovery.RuleTrial;
import dev.peregrine.host.documents.DocumentText;
import dev.peregrine.host.earlier.Earlier;
import dev.peregrine.host.earlier.ImportRoutes;
import dev.peregrine.host.employers.EmployerLookUp;
import dev.peregrine.host.employers.Employers;
import dev.peregrine.host.exports.Exports;
import dev.peregrine.host.exports.Paperwork;
import dev.peregrine.host.exports.WorkSearches;
import dev.peregrine.host.feedback.Diagnosis;
import dev.peregrine.host.feedback.FeedbackRoutes;
import dev.peregrine.host.feedback.Releases;
import dev.peregrine.host.hardware.HardwareLook;
import dev.peregrine.host.home.ActivityRoutes;
import dev.peregrine.host.home.HomeRoutes;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.importers.ListRoutes;
import dev.peregrine.host.intake.Intake;
import dev.peregrine.host.intake.IntakeRoutes;
import dev.peregrine.host.interviews.InterviewRoutes;
import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.interviews.OfferRoutes;
import dev.peregrine.host.interviews.TimelineRoutes;
import dev.peregrine.host.letters.Drafts;
import dev.peregrine.host.letters.LetterWriting;
import dev.peregrine.host.letters.Letters;
import dev.peregrine.host.letters.OwnLetters;
import dev.peregrine.host.liveness.Liveness;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.mailbox.MailboxPages;
import dev.peregrine.host.mcp.McpRoutes;
import dev.peregrine.host.mcp.Parts;
import dev.peregrine.host.palette.PaletteRoutes;
import dev.peregrine.host.people.DraftRoutes;
import dev.peregrine.host.people.PeopleRoutes;
import dev.peregrine.host.person.CheckRoutes;
import dev.peregrine.host.person.CopyFields;
import dev.peregrine.host.person.CopyRoutes;
import dev.peregrine.host.person.Introduction;
import dev.peregrine.host.person.MergeRoutes;
import dev.peregrine.host.person.People;
import dev.peregrine.host.person.PersonRoutes;
import dev.peregrine.host.person.ProfileRoutes;
import dev.peregrine.host.person.ResumeRoutes;
import dev.peregrine.host.person.ResumeUploads;
import dev.peregrine.host.person.ScanRoutes;
import dev.peregrine.host.person.Scans;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.proposals.ProposalRoutes;
import dev.peregrine.host.proposals.Proposals;
import dev.peregrine.host.report.ReportRoutes;
import dev.peregrine.host.resumes.ResumeReading;
import dev.peregrine.host.review.ExportRoutes;
import dev.peregrine.host.review.JobRoutes;
import dev.peregrine.host.review.ReviewRoutes;
import dev.peregrine.host.review.SameRoutes;
import dev.peregrine.host.schedules.Schedules;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.searches.EmployerRoutes;
import dev.peregrine.host.searches.SearchRoutes;
import dev.peregrine.host.secrets.SecretException;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.settings.BackendRoutes;
import dev.peregrine.host.settings.CadenceRoutes;
import dev.peregrine.host.settings.CalendarRoutes;
import dev.peregrine.host.settings.DeveloperRoutes;
import dev.peregrine.host.settings.DocumentsRoutes;
import dev.peregrine.host.settings.FeatureOrderRoutes;
import dev.peregrine.host.settings.HardwareRoutes;
import dev.peregrine.host.settings.KeywordRoutes;
import dev.peregrine.host.settings.LicenceRoutes;
import dev.peregrine.host.settings.ModelsRoutes;
import dev.peregrine.host.settings.NetworkRoutes;
import dev.peregrine.host.settings.NeverRoutes;
import dev.peregrine.host.settings.PrivacyRoutes;
import dev.peregrine.host.settings.ProgramsRoutes;
import dev.peregrine.host.settings.PromptsRoutes;
import dev.peregrine.host.settings.ScheduleRoutes;
import dev.peregrine.host.settings.SecretsRoutes;
import dev.peregrine.host.settings.SettingsRoutes;
import dev.peregrine.host.settings.ShortcutRoutes;
import dev.peregrine.host.settings.SpeedRoutes;
import dev.peregrine.host.setup.HardwareStep;
import dev.peregrine.host.setup.IdentityStep;
import dev.peregrine.host.setup.InferenceStep;
import dev.peregrine.host.setup.IntegrationsStep;
import dev.peregrine.host.setup.ResumeStep;
import dev.peregrine.host.setup.SearchStep;
import dev.peregrine.host.setup.Setup;
import dev.peregrine.host.setup.SetupRoutes;
import dev.peregrine.host.setup.TierStep;
import dev.peregrine.host.sources.SourceRoutes;
import dev.peregrine.host.storage.StorageException;
import dev.peregrine.host.tailoring.Rewriting;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tiers.Entitlements;
import dev.peregrine.host.tiers.LicenceState;
import dev.peregrine.host.tiers.Licences;
import dev.peregrine.host.today.TodayRoutes;
import dev.peregrine.host.web.Routes;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Every page of the program, over the ground it stands on. */
record Pages(
    Jobs jobs,
    Tasks tasks,
    Discovery discovery,
    Scoring scoring,
    Resumes resumes,
    People people,
    Proposals proposals,
    Answering answering,
    Setup setup,
    DocumentText documents,
    SearchProfiles profiles,
    BlocklistFile blocklist,
    Intake intake,
    Liveness liveness,
    Employers employers,
    EmployerLookUp lookUp,
    PluginRuntime plugins,
    Contexts contexts,
    Exports exports,
    Paperwork paperwork,
    DocumentsFile documentsFile,
    Llms llms,
    LetterWriting writing,
    OwnLetters ownLetters,
    Drafts drafts,
    Rewriting rewriting,
    ExtensionSettings settings,
    BackupTasks backups,
    Earlier earlier,
    Schedules schedules,
    SchedulesFile schedulesFile,
    SecretStore secrets,
    NetworkFile network,
    Path home,
    OutgoingHttp http,
    Releases releases,
    Licences licences,
    Entitlements entitlements,
    LicenceFile licenceFile,
    HardwareLook hardware,
    Path dropFolder,
    Letters letters,
    Tailorings tailorings,
    AfterApplying afterApplying,
    Connecting connecting,
    InstantSource clock) {

  /** In the order in which the navigation shows them. */
  List<Routes> routes() {
    var mailboxes = afterApplying.mailing().mailboxes();
    var reading = new ResumeReading(documents);
    var uploads = new ResumeUploads(reading, resumes, people, scoring);
    var scans = new Scans(reading, documents.recognition(), uploads, resumes, tasks);
    var workspace = new Workspace(jobs, liveness);
    var applications = afterApplying.applications();
    var interviews = new Interviews(jobs, afterApplying.rounds());
    return List.of(
        routes -> {
          routes.tell(StorageException.class, 503);
          routes.tell(ConfigException.class, 409);
          routes.tell(SecretException.class, 409);
        },
        new HomeRoutes(
            jobs,
            profiles,
            resumes,
            scoring,
            discovery,
            plugins,
            schedules,
            setup,
            afterApplying.reminders(),
            mailboxes.pills()),
        new ActivityRoutes(tasks),
        new TodayRoutes(afterApplying.reminders(), jobs),
        new ReviewRoutes(jobs, plugins, liveness, afterApplying.mailing().leads().leads()),
        new ExportRoutes(jobs, plugins, exports, paperwork),
        new JobRoutes(
            jobs,
            plugins,
            contexts,
            scoring,
            resumes,
            liveness,
            employers,
            applications,
            afterApplying.mailing().leads().leads()),
        new SameRoutes(jobs, plugins),
        new IntakeRoutes(intake),
        afterApplying.mailing().leads().routes(intake),
        new ApplyRoutes(workspace, jobs),
        new FilesRoutes(workspace, exports, paperwork),
        new ReportRoutes(new WorkSearches(jobs), exports, paperwork),
        new OwnLetterRoutes(ownLetters, documents),
        new LetterRoutes(workspace, letters, writing, drafts, tailorings, resumes, scoring),
        new PostingRoutes(workspace, jobs, tailorings, new CopyFields(people)),
        new TailorRoutes(workspace, tailorings, rewriting, resumes, scoring, letters, clock),
        new TailorPlainRoutes(workspace, tailorings, new ResumeReading(documents)),
        new QuestionRoutes(workspace, answering),
        new SendRoutes(
            workspace, jobs, applications, letters, tailorings, answering, exports, liveness),
        new PaperRoutes(workspace, applications),
        new TakeRoutes(workspace, applications, exports, paperwork),
        new ChecklistRoutes(workspace, applications),
        new SentRoutes(applications, jobs, connecting.depositing().depots()),
        afterApplying
            .preparation()
            .routes(
                interviews,
                afterApplying.rounds(),
                afterApplying.contacts(),
                applications,
                afterApplying.researching().briefs()),
        afterApplying.numberRoutes(),
        new InterviewRoutes(
            interviews,
            jobs,
            afterApplying.rounds(),
            afterApplying.contacts(),
            afterApplying.reminders(),
            afterApplying.offers(),
            afterApplying.signalling().signals(),
            afterApplying.signalling().proposals(),
            afterApplying.mailing().mails(),
            mailboxes.pills()),
        afterApplying.mailing().viewing().routes(afterApplying.signalling().signals()),
        new OfferRoutes(interviews, afterApplying.offers(), jobs),
        new TimelineRoutes(interviews, jobs),
        afterApplying.researching().routes(interviews),
        new RoundRoutes(
            interviews,
            afterApplying.rounds(),
            afterApplying.contacts(),
            afterApplying.signalling().proposals()),
        new InvitationRoutes(interviews, afterApplying.rounds()),
        new RoundDeedRoutes(afterApplying.rounds()),
        new FeedRoutes(
            jobs,
            afterApplying.rounds(),
            exports,
            afterApplying.calendarFile(),
            afterApplying.feedAddress()),
        new CalendarRoutes(afterApplying.calendarFile(), afterApplying.feedAddress(), exports),
        connecting.appointing().routes(),
        new RoundFileRoutes(jobs, afterApplying.rounds(), exports, afterApplying.calendarFile()),
        afterApplying.surveying().routes(interviews),
        afterApplying
            .rehearsal()
            .routes(interviews, afterApplying.rounds(), afterApplying.preparation().stories()),
        new PeopleRoutes(interviews, afterApplying.contacts(), jobs, afterApplying.replies()),
        new DraftRoutes(
            interviews,
            afterApplying.contacts(),
            jobs,
            afterApplying.rounds(),
            afterApplying.replies()),
        new SetupRoutes(setup, profiles, discovery, uploads, entitlements.developerMode()),
        new HardwareStep(setup, hardware, llms),
        new TierStep(setup, licences, entitlements, licenceFile),
        new IdentityStep(setup, new Introduction(people, resumes)),
        new ResumeStep(setup, resumes, uploads),
        new InferenceStep(setup, llms, hardware),
        new SearchStep(setup, profiles, plugins, resumes, scoring),
        new IntegrationsStep(setup, plugins, connecting.integrations()),
        new EmployerRoutes(employers, lookUp, profiles, tasks),
        new ProfileRoutes(resumes, uploads, scans, people, profiles),
        new ResumeRoutes(resumes, uploads, scans, profiles, scoring),
        new ScanRoutes(scans, tasks),
        new MergeRoutes(resumes, profiles, scoring),
        new PersonRoutes(people),
        new CopyRoutes(resumes, new CopyFields(people)),
        new CheckRoutes(resumes, documents),
        new ProposalRoutes(proposals, resumes, people, profiles, llms, clock),
        new SearchRoutes(
            profiles,
            jobs,
            plugins,
            resumes,
            scoring,
            schedules,
            blocklist,
            new ProfileTrial(jobs, clock)),
        new SourceRoutes(discovery, profiles, plugins),
        new CatalogRoutes(plugins, settings, discovery, http.ledger(), dropFolder, clock),
        new RecipeRoutes(plugins, settings, discovery, dropFolder, clock),
        new SettingsRoutes(),
        new ShortcutRoutes(),
        new NeverRoutes(blocklist, jobs, new RuleTrial(jobs, clock)),
        new KeywordRoutes(new KeywordsFile(), resumes, scoring),
        new ScheduleRoutes(schedules, schedulesFile),
        connecting.noticing().routes(),
        new CadenceRoutes(afterApplying.cadence()),
        new DocumentsRoutes(documentsFile),
        afterApplying.researching().settings(),
        new MailboxPages(
            mailboxes.accounts(),
            afterApplying.mailing().mails(),
            mailboxes.access().tokens(),
            mailboxes.access().probe(),
            mailboxes.access().oauth(),
            mailboxes.access().clients(),
            mailboxes.access().devices(),
            mailboxes.sync(),
            mailboxes.pills(),
            schedules,
            clock),
        new ConnectionPages(
            connecting.integrations(),
            plugins,
            settings,
            connecting.oauth(),
            connecting.devices(),
            clock),
        connecting.depositing().routes(),
        connecting.tables().routes(connecting.integrations(), schedules, clock),
        new ProgramsRoutes(connecting.tokens()),
        new McpRoutes(mcp(), connecting.tokens()),
        connecting.opening().rest(this),
        new NetworkRoutes(network, secrets),
        new SecretsRoutes(secrets),
        new LicenceRoutes(licences, entitlements, licenceFile),
        new HardwareRoutes(hardware),
        new ModelsRoutes(llms, hardware),
        new BackendRoutes(llms),
        new FeatureOrderRoutes(llms),
        new SpeedRoutes(llms),
        new PromptsRoutes(llms.prompts()),
        new BackupRoutes(backups, jobs, schedules),
        new ImportRoutes(earlier),
        new ListRoutes(afterApplying.lists()),
        new DeveloperRoutes(secrets, home, Version.text(), files()),
        new PrivacyRoutes(
            plugins, llms, http.ledger(), () -> !(licences.state() instanceof LicenceState.None)),
        new FeedbackRoutes(
            new ProjectFile(),
            secrets,
            http,
            new Diagnosis(Version.text(), plugins, secrets, home),
            releases,
            clock),
        new PaletteRoutes());
  }

  /** What assistants are offered. */
  Parts mcp() {
    return new Parts(
        jobs,
        afterApplying.rounds(),
        profiles,
        discovery,
        intake,
        tasks,
        afterApplying.reminders(),
        letters,
        writing,
        afterApplying.researching().briefs(),
        afterApplying.mailing().mails(),
        afterApplying.contacts(),
        afterApplying.figures(),
        llms::asData,
        clock,
        afterApplying.zone(),
        Version.text());
  }

  /** The files that pages and people write, with what is wrong with each. */
  private Map<String, Supplier<Optional<String>>> files() {
    var files = new LinkedHashMap<String, Supplier<Optional<String>>>();
    files.put("search_profiles.yaml", profiles::problem);
    files.put("blocklist.yaml", blocklist::problem);
    files.put("preferences.yaml", new PreferencesFile()::problem);
    files.put("keywords.yaml", new KeywordsFile()::problem);
    files.put("schedules.yaml", schedulesFile::problem);
    files.put("cadence.yaml", afterApplying.cadence()::problem);
    files.put("network.yaml", network::problem);
    files.put("documents.yaml", documentsFile::problem);
    files.put("research.yaml", afterApplying.researching().file()::problem);
    files.put("notifications.yaml", connecting.noticing().file()::problem);
    files.put("calendar.yaml", afterApplying.calendarFile()::problem);
    files.put("llm.yaml", llms::problem);
    files.put("email.yaml", afterApplying.mailing().mailboxes().accounts().file()::problem);
    return files;
  }
}

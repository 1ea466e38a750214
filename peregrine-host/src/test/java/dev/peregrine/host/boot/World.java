package dev.peregrine.host.boot;

import dev.peregrine.api.scoring.Score;
import dev.peregrine.host.applications.Applications;
import dev.peregrine.host.apply.Answering;
import dev.peregrine.host.backup.Anew;
import dev.peregrine.host.backup.BackupTasks;
import dev.peregrine.host.backup.RecurringBackups;
import dev.peregrine.host.config.BlocklistFile;
import dev.peregrine.host.config.DocumentsFile;
import dev.peregrine.host.config.LicenceFile;
import dev.peregrine.host.config.LlmFile;
import dev.peregrine.host.config.NetworkFile;
import dev.peregrine.host.config.PreferencesFile;
import dev.peregrine.host.config.ProjectFile;
import dev.peregrine.host.config.SchedulesFile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.config.ServicesFile;
import dev.peregrine.host.discovery.Discovery;
import dev.peregrine.host.discovery.RecurringSearches;
import dev.peregrine.host.documents.DocumentText;
import dev.peregrine.host.earlier.Earlier;
import dev.peregrine.host.earlier.Here;
import dev.peregrine.host.employers.EmployerLookUp;
import dev.peregrine.host.employers.Employers;
import dev.peregrine.host.exports.Exports;
import dev.peregrine.host.exports.Paperwork;
import dev.peregrine.host.feedback.Releases;
import dev.peregrine.host.hardware.Hardware;
import dev.peregrine.host.hardware.HardwareLook;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.imap.MailAccounts;
import dev.peregrine.host.intake.Intake;
import dev.peregrine.host.letters.Drafts;
import dev.peregrine.host.letters.LetterWriting;
import dev.peregrine.host.letters.Letters;
import dev.peregrine.host.letters.OwnLetters;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.liveness.Liveness;
import dev.peregrine.host.liveness.RecurringLooks;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.person.People;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stored;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.plugins.PluginDecisions;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.proposals.Proposals;
import dev.peregrine.host.questions.Questions;
import dev.peregrine.host.resumes.ResumeReading;
import dev.peregrine.host.schedules.Schedules;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.secrets.TestSecrets;
import dev.peregrine.host.setup.Setup;
import dev.peregrine.host.storage.DatabaseFiles;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tailoring.Rewriting;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tiers.Entitlements;
import dev.peregrine.host.tiers.Feature;
import dev.peregrine.host.tiers.Licences;
import dev.peregrine.host.tiers.TierSource;
import dev.peregrine.host.web.OpenConnections;
import dev.peregrine.host.web.Visitor;
import dev.peregrine.host.web.WebOptions;
import dev.peregrine.host.web.WebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** The whole program over a home of its own, with a board that needs no network. */
public final class World implements AutoCloseable {

  public static final Instant NOW = Instant.parse("2026-03-12T08:41:00Z");

  /** The fingerprint to which licences of tests are bound. */
  public static final String MACHINE = "0123456789abcdef0123456789abcdef";

  private static final String BOARD =
      """
      package village;

      import dev.peregrine.api.*;
      import dev.peregrine.api.board.*;
      import java.net.URI;
      import java.util.*;
      import java.util.function.Consumer;

      public final class VillageBoard implements JobBoard {
        @Override public BoardDescriptor descriptor() {
          return BoardDescriptor.feed(About.of("village", "Village jobs", "Jobs of the village.")
              .withHosts("api.village.example")
              .withSettings(
                  new SettingSpec.Text("app", "App ID", "From your free account", false, Optional.empty()),
                  new SettingSpec.Secret("key", "App key", "", false),
                  new SettingSpec.Whole("age", "Maximum age in days", "", 14, 1, 90),
                  new SettingSpec.Choice("country", "Country", "", List.of(new SettingSpec.Option("de", "Germany"), new SettingSpec.Option("at", "Austria")), "de"),
                  new SettingSpec.Switch("all", "Include jobs without a salary", "", true),
                  new SettingSpec.Texts("towns", "Towns", "Where the village looks", List.of())),
              BoardFilter.TITLE);
        }
        @Override public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
            throws ExtensionException, InterruptedException {
          WALL
          for (int i = 0; i < 3; i++) {
            found.accept(Posting.of("v" + i, "Product designer " + "abc".charAt(i), URI.create("https://village.example/" + i))
                .withCompany(Optional.of("Village " + i)).withDescription(Optional.of("<p>A design system for the village " + i + "</p>")));
          }
        }
        @Override public Optional<Posting> fetch(URI address, BoardContext context) {
          return Optional.of(Posting.of("x", "Fetched", address).withDescription(Optional.of("<p>The fetched description.</p>")));
        }
      }
      """;

  public final Tenant tenant;
  public final Live live = new Live();
  public final Jobs jobs;
  public final Tasks tasks;
  public final SearchProfiles profiles = new SearchProfiles();
  public final Resumes resumes;
  public final People people;
  public final Letters letters;
  public final LetterWriting writing;
  public final PluginRuntime plugins;
  public final Discovery discovery;
  public final Path dropFolder;
  public final WebServer server;
  public final SecretStore secrets;
  public final Llms llms;
  public final Databases databases;
  public final BackupTasks backups;
  public final Earlier earlier;
  public final Schedules schedules;
  public final Tailorings tailorings;
  public final Applications applications;
  final AfterApplying afterApplying;
  final Connecting connecting;

  /** How often a page had the program start again, which this world does not. */
  public final AtomicInteger restarts = new AtomicInteger();

  public final Licences licences;
  public final Entitlements entitlements;
  public volatile boolean ownBackend;
  private final OutgoingHttp http;

  public World(Path home, int port, InstantSource clock) throws IOException {
    this(home, port, clock, true);
  }

  public World(Path home, int port, InstantSource clock, boolean withBoard) throws IOException {
    tenant = new Tenant("local", home);
    Files.createDirectories(tenant.config());
    Files.createDirectories(tenant.data());
    Path shipped = Files.createDirectories(home.resolve("shipped"));
    dropFolder = home.resolve("plugins");
    if (withBoard) {
      boardJar(shipped.resolve("board-village-1.2.0.jar"), "board-village", "1.2.0");
      boardJar(shipped.resolve("board-wall-1.0.0.jar"), "board-wall", "1.0.0");
      boardJar(shipped.resolve("board-brook-1.0.0.jar"), "board-brook", "1.0.0");
    }
    var mappers = new ArrayList<Class<?>>(Jobs.mappers());
    mappers.addAll(Tasks.mappers());
    mappers.addAll(Resumes.mappers());
    mappers.addAll(People.mappers());
    mappers.addAll(Proposals.mappers());
    mappers.addAll(Questions.mappers());
    mappers.addAll(Setup.mappers());
    mappers.addAll(Discovery.mappers());
    mappers.addAll(ExtensionSettings.mappers());
    mappers.addAll(Liveness.mappers());
    mappers.addAll(Llms.mappers());
    mappers.addAll(Letters.mappers());
    mappers.addAll(AfterApplying.mappers());
    mappers.addAll(Connecting.mappers());
    mappers.addAll(Tailorings.mappers());
    mappers.addAll(Schedules.mappers());
    databases = new Databases(mappers, clock);
    jobs = new Jobs(databases, live, clock);
    tasks = new Tasks(databases, live, clock, Map.of());
    resumes = new Resumes(databases, clock);
    people = new People(databases, clock);
    http = new OutgoingHttp(OutgoingOptions.usual(), clock);
    var licenceFile = new LicenceFile();
    licences = new Licences(licenceFile, http, MACHINE, "test", clock);
    entitlements =
        new Entitlements(licences, licenceFile, true, () -> ownBackend, TierSource.LICENCE);
    plugins =
        new PluginRuntime(
            List.of(shipped),
            dropFolder,
            new PluginDecisions(tenant.config().resolve("plugins.yaml")),
            clock,
            live,
            entitlements);
    plugins.start();
    secrets = TestSecrets.in(home);
    var settings = new ExtensionSettings(databases, secrets);
    var contexts = new Contexts(http, settings, clock);
    llms =
        new Llms(
            new LlmFile(),
            plugins,
            contexts,
            secrets,
            tasks,
            databases,
            live,
            clock,
            new Random(1),
            false);
    var scoring =
        new Scoring(tasks, jobs, resumes, profiles, new PreferencesFile(), plugins, contexts);
    var blocklist = new BlocklistFile();
    discovery =
        new Discovery(
            databases,
            tasks,
            jobs,
            scoring,
            profiles,
            blocklist,
            plugins,
            contexts,
            settings,
            live,
            clock,
            ZoneId.of("Europe/Berlin"));
    var intake = new Intake(tasks, jobs, scoring, plugins, contexts, http);
    var documents =
        new DocumentText(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            System.getProperty("java.class.path"),
            Map.of("PATH", home.resolve("bin").toString()));
    var employers = new Employers(plugins, profiles, jobs);
    backups =
        new BackupTasks(
            tasks,
            plugins,
            secrets,
            new DatabaseFiles(clock),
            Gate.OPEN,
            "test",
            clock,
            Anew.program(secrets, restarts::incrementAndGet));
    var liveness = new Liveness(databases, tasks, jobs, live, clock, plugins, contexts, http);
    var schedulesFile = new SchedulesFile(ZoneId.of("Europe/Berlin"));
    schedules = new Schedules(databases, schedulesFile::rules, live, clock, new Random(7));
    schedules.register(new RecurringSearches(discovery, profiles));
    schedules.register(new RecurringLooks(liveness, schedulesFile));
    schedules.register(new RecurringBackups(backups));
    var reading = new ResumeReading(documents);
    var drafts = new Drafts(reading, clock);
    tailorings = new Tailorings(databases, jobs, resumes, reading, live, clock);
    letters = new Letters(databases, jobs, tailorings, drafts, live, clock);
    var ownLetters = new OwnLetters(databases, clock);
    writing =
        new LetterWriting(letters, ownLetters, drafts, jobs, llms, tasks, live, people::writer);
    var exports = new Exports(plugins, contexts);
    var documentsFile = new DocumentsFile();
    var paperwork =
        new Paperwork(letters, tailorings, resumes, people::applicant, documentsFile, clock);
    var ground =
        new AfterApplying.Ground(
            databases,
            live,
            clock,
            ZoneId.of("Europe/Berlin"),
            tasks,
            schedules,
            plugins,
            contexts,
            http,
            new ServicesFile(),
            secrets,
            entitlements,
            llms,
            jobs,
            scoring,
            people,
            resumes,
            documents,
            tailorings,
            letters,
            exports,
            paperwork);
    afterApplying = new AfterApplying(ground, intake);
    earlier =
        new Earlier(
            new Here(
                jobs,
                profiles,
                blocklist,
                people,
                resumes,
                scoring,
                plugins,
                settings,
                secrets,
                afterApplying.mailing().mailboxes().accounts(),
                backups,
                tasks,
                ZoneId.of("Europe/Berlin"),
                clock));
    connecting = new Connecting(ground, settings, afterApplying, discovery);
    applications = afterApplying.applications();
    var pages =
        new Pages(
            jobs,
            tasks,
            discovery,
            scoring,
            resumes,
            people,
            new Proposals(
                databases, tasks, llms, resumes, people, profiles, scoring, entitlements, clock),
            new Answering(
                tasks, llms, jobs, tailorings, people, new Questions(databases, clock), clock),
            new Setup(databases, profiles, resumes, licences, entitlements, clock),
            documents,
            profiles,
            blocklist,
            intake,
            liveness,
            employers,
            new EmployerLookUp(employers, contexts, tasks, live),
            plugins,
            contexts,
            exports,
            paperwork,
            documentsFile,
            llms,
            writing,
            ownLetters,
            drafts,
            new Rewriting(
                tailorings,
                jobs,
                llms,
                tasks,
                entitlements.gate(Feature.LLM_EXPAND_BULLETS),
                () -> people.portrait().unnamed(),
                clock),
            settings,
            backups,
            earlier,
            schedules,
            schedulesFile,
            secrets,
            new NetworkFile(tenant.config()),
            home,
            http,
            new Releases(new ProjectFile(), http, tasks, "0.1.0"),
            licences,
            entitlements,
            licenceFile,
            new HardwareLook(
                new Hardware(Map.of(), http, new ServicesFile(), clock, WebOptions.PORT),
                Gate.OPEN,
                live),
            dropFolder,
            letters,
            tailorings,
            afterApplying,
            connecting,
            clock);
    server =
        new WebServer(
            WebOptions.local(port, ZoneId.of("Europe/Berlin")),
            request -> Visitor.of(tenant),
            live,
            pages.routes(),
            clock,
            new Random());
  }

  /** The mailboxes that are read. */
  public MailAccounts mailboxes() {
    return afterApplying.mailing().mailboxes().accounts();
  }

  /** The village's board as a jar. */
  public static Path boardJar(Path jar, String id, String version) throws IOException {
    return boardJar(jar, id, version, "api.village.example");
  }

  static Path boardJar(Path jar, String id, String version, String hosts) throws IOException {
    var manifest = new LinkedHashMap<String, String>();
    manifest.put("Plugin-Id", id);
    manifest.put("Plugin-Version", version);
    manifest.put("Plugin-Provider", "Tomke Harms");
    manifest.put("Plugin-License", "MIT");
    manifest.put("Plugin-Description", "Jobs that municipalities advertise.");
    manifest.put("Plugin-Requires", "0.1");
    manifest.put("Plugin-Hosts", hosts);
    manifest.put("Automatic-Module-Name", id.replace('-', '.'));
    String name = id.substring(6);
    String trouble =
        switch (name) {
          case "wall" ->
              "if (true) throw new ExtensionException(ExtensionException.Kind.REFUSED, \"It asked"
                  + " for a sign-in (403).\");";
          case "brook" ->
              "context.progress().step(\"Company 5 of 18\"); context.progress().of(5, 18);"
                  + " Thread.sleep(600_000);";
          default -> "";
        };
    String source = BOARD.replace("WALL", trouble).replace("\"village\"", "\"" + name + "\"");
    if (!name.equals("village")) {
      source =
          source.replace(
              "Village jobs",
              name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1));
    }
    if (!trouble.isEmpty()) {
      source = source.replace("BoardFilter.TITLE);", "BoardFilter.TITLE).withOnByDefault(false);");
    }
    return PluginJar.write(
        jar, manifest, "dev.peregrine.api.board.JobBoard", "village.VillageBoard", source);
  }

  /** Stores the invented postings, with scores for all but the last kept ones. */
  public List<Long> seed() throws Exception {
    return tenant.call(
        () -> {
          List<Long> ids = jobs.store(Postings.found()).stream().map(Stored::job).toList();
          var scores = new LinkedHashMap<Long, Score>();
          double[] values = {82, 79, 77, 74, 71, 64, 61, 57, 48};
          for (int i = 0; i < values.length; i++) {
            scores.put(ids.get(i), Postings.score(values[i]));
          }
          scores.put(ids.get(9), new Score.None("The posting has only 1 word."));
          jobs.saveScores("keywords", "seed", scores);
          return ids;
        });
  }

  public <T> T as(java.util.concurrent.Callable<T> work) throws Exception {
    return tenant.call(work);
  }

  OutgoingHttp http() {
    return http;
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    OpenConnections.close(port());
    server.close();
    connecting.noticing().close();
    tasks.close();
    plugins.close();
    http.close();
    databases.close();
  }
}

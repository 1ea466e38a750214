package dev.peregrine.host.research;

import dev.peregrine.api.Posting;
import dev.peregrine.host.config.LlmFile;
import dev.peregrine.host.config.ResearchFile;
import dev.peregrine.host.config.ServicesFile;
import dev.peregrine.host.documents.DocumentText;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.llm.Eventually;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.llm.ScriptedModel;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.ExtensionGates;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.plugins.PluginDecisions;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.resumes.ResumeReading;
import dev.peregrine.host.resumes.Unnamed;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.secrets.TestSecrets;
import dev.peregrine.host.storage.TestHome;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Locked;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/** Research over a real database and an invented web. */
final class ResearchHome implements AutoCloseable {

  final TestHome home;
  final Web web = new Web();
  final Jobs jobs;
  final Tasks tasks;
  final Briefs briefs;
  final Research research;
  final ResearchPlaces places;
  final Set<Heading> ifWanted = EnumSet.noneOf(Heading.class);
  final Resumes resumes;
  final Llms llms;
  Optional<Locked> locked = Optional.empty();
  Unnamed unnamed = Unnamed.NOBODY;
  private final PluginRuntime plugins;
  private final OutgoingHttp http;

  ResearchHome(Path folder) throws IOException {
    this(folder, true, false);
  }

  ResearchHome(Path folder, boolean localPages, boolean withModel) throws IOException {
    if (withModel) {
      ScriptedModel.forgetSent();
      ScriptedModel.write(folder.resolve("shipped"));
    }
    home = new TestHome(folder);
    Files.createDirectories(folder.resolve("config"));
    Files.createDirectories(folder.resolve("data"));
    var live = new Live();
    jobs = new Jobs(home.databases(), live, home.clock());
    tasks = new Tasks(home.databases(), live, home.clock(), Map.of());
    http = new OutgoingHttp(OutgoingOptions.usual().withLocalPages(localPages), home.clock());
    plugins =
        new PluginRuntime(
            List.of(Files.createDirectories(folder.resolve("shipped"))),
            folder.resolve("plugins"),
            new PluginDecisions(folder.resolve("plugins.yaml")),
            home.clock(),
            live,
            ExtensionGates.OPEN);
    plugins.start();
    SecretStore secrets = TestSecrets.in(folder);
    llms =
        new Llms(
            new LlmFile(),
            plugins,
            new Contexts(http, new ExtensionSettings(home.databases(), secrets), home.clock()),
            secrets,
            tasks,
            home.databases(),
            live,
            home.clock(),
            new Random(1),
            false);
    resumes = new Resumes(home.databases(), home.clock());
    var documents =
        new DocumentText(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            System.getProperty("java.class.path"));
    var tailorings =
        new Tailorings(
            home.databases(), jobs, resumes, new ResumeReading(documents), live, home.clock());
    briefs =
        new Briefs(
            home.databases(),
            jobs,
            new PlainPoints(jobs, tailorings, () -> unnamed, home.clock()),
            live);
    places =
        new ResearchPlaces(http, new ResearchFile(), new ServicesFile(), secrets, home.clock());
    research =
        new Research(
            briefs,
            places,
            jobs,
            tasks,
            () -> ifWanted,
            new BriefWriter(llms, () -> locked),
            new PointsWriter(llms, tailorings, () -> unnamed, home.clock()),
            home.clock());
    home.run(() -> places.saySearxng(Optional.of(web.address())));
  }

  long job(String company, String description) {
    return home.with(
        () ->
            jobs.store(
                    List.of(
                        new Found(
                            Posting.of("1", "Robot engineer", URI.create("https://jobs.example/1"))
                                .withCompany(Optional.of(company))
                                .withDescription(Optional.of("<p>" + description + "</p>")),
                            "village",
                            OptionalLong.empty(),
                            Optional.empty())))
                .getFirst()
                .job());
  }

  /** Says that the company's own site is the invented one. */
  void siteIsKnown(String key) {
    home.run(() -> briefs.say(key, "", Optional.of(web.address())));
  }

  /** Looks up, and waits until it is over. */
  Task lookUp(long job) {
    return ended(home.with(() -> research.begin(job).id()));
  }

  Task ended(long task) {
    return Eventually.get(
        () -> home.with(() -> tasks.find(task)).filter(found -> !found.state().isLive()));
  }

  Brief brief(long job) {
    return home.with(() -> briefs.forJob(job).orElseThrow());
  }

  @Override
  public void close() {
    tasks.close();
    plugins.close();
    http.close();
    web.close();
    home.close();
  }
}

package dev.peregrine.host.feedback;

import static dev.peregrine.host.texts.Texts.t;

import com.github.zafarkhaja.semver.Version;
import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.host.config.ProjectFile;
import dev.peregrine.host.http.Given;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.Proxies;
import dev.peregrine.host.schedules.Recurrence;
import dev.peregrine.host.schedules.Recurring;
import dev.peregrine.host.schedules.Timing;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether there is a newer version of this program: asked once a day of the repository that the
 * person named, if they said so; never installed by itself.
 *
 * <p>Source: API documentation of Forgejo and GitHub ({@code …/releases/latest}), read 2026-11.
 */
public final class Releases implements Recurrence {

  private static final String TASK = "releases";
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final Duration JITTER = Duration.ofHours(3);
  private static final Timing DAILY = new Timing.Daily(LocalTime.of(11, 0));
  private static final JsonMapper JSON = JsonMapper.shared();

  private final ProjectFile file;
  private final OutgoingHttp http;
  private final Tasks tasks;
  private final String running;

  /**
   * @param running the version of this program; one that is no number has no newer one
   */
  public Releases(ProjectFile file, OutgoingHttp http, Tasks tasks, String running) {
    this.file = file;
    this.http = http;
    this.tasks = tasks;
    this.running = running;
    tasks.register(TASK, run -> look());
  }

  @Override
  public List<Recurring> current() {
    ProjectFile.Said said = file.current();
    boolean on = said.releases() && said.tracker().isPresent();
    return List.of(
        new Recurring(
            TASK + ":look",
            t("schedules.newer-version"),
            TrackerRoutes.HERE,
            on ? DAILY : new Timing.Off(),
            true,
            JITTER));
  }

  @Override
  public void begin(List<Recurring> due) {
    tasks.submit(TASK, "look", "Look for a newer version", "");
  }

  /** The newest version that is known, if it is newer than this. */
  Optional<Release> newer() {
    if (!file.current().releases()) {
      return Optional.empty();
    }
    return known().filter(release -> isNewer(release.version()));
  }

  private boolean isNewer(String version) {
    Optional<Version> mine = Version.tryParse(running);
    Optional<Version> other = Version.tryParse(version);
    return mine.isPresent() && other.isPresent() && other.get().isHigherThan(mine.get());
  }

  /** Asks now, and keeps what was said. */
  String look() throws TaskFailedException, InterruptedException {
    URI repository =
        file.current()
            .tracker()
            .orElseThrow(
                () ->
                    new TaskFailedException(
                        "No repository is set. Set one under Settings → Where feedback goes."));
    Optional<Release> latest = latest(new Tracker(http, repository, "").api(), repository);
    keep(latest);
    return latest
        .map(
            release ->
                isNewer(release.version())
                    ? "Version %s is out.".formatted(release.version())
                    : "This is the newest version, %s.".formatted(running))
        .orElse("%s has published no version yet.".formatted(repository));
  }

  private Optional<Release> latest(URI api, URI repository)
      throws TaskFailedException, InterruptedException {
    HttpReply reply;
    try {
      reply =
          http.forExtension(
                  "releases",
                  About.of("releases", "Versions", "Sees whether there is a newer version."),
                  new Given(List.of(api), List.of(), Proxies.NONE))
              .exchange(
                  HttpCall.get(HttpCall.under(api, "releases", "latest"))
                      .withTimeout(LIMIT)
                      .withHeader("Accept", "application/json"));
    } catch (ExtensionException silent) {
      throw new TaskFailedException(
          "%s did not answer: %s".formatted(repository.getHost(), silent.getMessage()));
    }
    if (reply.status() == 404) {
      return Optional.empty();
    }
    if (reply.status() / 100 != 2) {
      throw new TaskFailedException(
          "%s answered %d.".formatted(repository.getHost(), reply.status()));
    }
    return release(reply.text(), repository);
  }

  /** The page is taken only from the repository's own server. */
  private static Optional<Release> release(String json, URI repository) {
    try {
      JsonNode node = JSON.readTree(json);
      String version = node.path("tag_name").asString("").replaceFirst("^v(?=\\d)", "");
      URI page = URI.create(node.path("html_url").asString(""));
      boolean own = repository.getHost().equalsIgnoreCase(page.getHost());
      return Version.tryParse(version)
          .map(
              number ->
                  new Release(
                      number.toString(), own ? page : URI.create(repository + "/releases")));
    } catch (JacksonException | IllegalArgumentException nonsense) {
      return Optional.empty();
    }
  }

  private static Path kept() {
    return Tenant.current().home().resolve("data").resolve("newest-version.txt");
  }

  private static void keep(Optional<Release> latest) {
    try {
      if (latest.isPresent()) {
        Files.createDirectories(kept().getParent());
        Files.writeString(kept(), latest.get().version() + "\n" + latest.get().page() + "\n");
      } else {
        Files.deleteIfExists(kept());
      }
    } catch (IOException full) {
      throw new java.io.UncheckedIOException(full); // the task says so
    }
  }

  private static Optional<Release> known() {
    try {
      List<String> lines = Files.readAllLines(kept());
      return lines.size() < 2
          ? Optional.empty()
          : Optional.of(new Release(lines.get(0), URI.create(lines.get(1))));
    } catch (IOException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}

package dev.peregrine.host.hardware;

import dev.peregrine.host.config.ServicesFile;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Looks at the machine: what it can do, what runs on it, and which services fit. */
public final class Hardware {

  private static final Duration PROGRAM_LIMIT = Duration.ofSeconds(5);
  private static final long LEAST_MB = 500;

  private static final Map<Integer, String> PORTS =
      Map.of(
          8502, "Peregrine's pages",
          8888, "SearXNG",
          8002, "vision",
          8000, "vLLM",
          11434, "Ollama",
          11435, "Ollama for research");

  private final Gpus gpus;
  private final Services services;
  private final Ports ports;
  private final Path proc;
  private final InstantSource clock;

  /**
   * @param environment where programs are found, and where Ollama says that it is
   */
  public Hardware(
      Map<String, String> environment,
      OutgoingHttp http,
      ServicesFile file,
      InstantSource clock,
      int pages) {
    this(environment, http, file, clock, Path.of("/sys"), Path.of("/proc"), pages, PORTS);
  }

  Hardware(
      Map<String, String> environment,
      OutgoingHttp http,
      ServicesFile file,
      InstantSource clock,
      Path sys,
      Path proc,
      int pages,
      Map<Integer, String> wanted) {
    this.gpus = new Gpus(new Programs(environment, PROGRAM_LIMIT), sys);
    this.services = new Services(http, file, environment);
    this.ports = new Ports(services, wanted, pages);
    this.proc = proc;
    this.clock = clock;
  }

  /**
   * Looks, for the current tenant. Takes a second where everything answers, and at most ten where
   * something hangs.
   *
   * @param step hears what is being looked at
   */
  public Findings look(Consumer<String> step) throws InterruptedException {
    Tenant tenant = Tenant.current();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      step.accept("Asking for graphics cards and services");
      Future<List<Gpu>> cards = threads.submit(gpus::find);
      var looks = new ArrayList<Future<FoundService>>();
      for (ServiceKind kind : ServiceKind.values()) {
        Callable<FoundService> look = () -> tenant.call(() -> services.look(kind));
        looks.add(threads.submit(look));
      }
      var found = new ArrayList<FoundService>();
      for (Future<FoundService> look : looks) {
        found.add(done(look));
      }
      step.accept("Looking at ports");
      Fact portFact = ports.look(found);
      step.accept("Waiting for the graphics cards to answer");
      return findings(done(cards), found, portFact, tenant.home());
    }
  }

  private static <T> T done(Future<T> look) throws InterruptedException {
    try {
      return look.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException ours) {
        throw ours;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  private Findings findings(List<Gpu> cards, List<FoundService> found, Fact portFact, Path home) {
    Memory memory = Memory.read(proc);
    int processors = Runtime.getRuntime().availableProcessors();
    Recommendation fits = Recommendation.of(cards, memory);
    var facts = new ArrayList<Fact>();
    facts.add(new Fact("graphics", "Graphics", true, graphics(cards)));
    facts.add(new Fact("memory", "Memory", true, memory.sentence()));
    facts.add(
        new Fact(
            "processors",
            "Processors",
            true,
            processors == 1 ? "1 processor." : processors + " processors."));
    facts.add(disk(home, fits.profile()));
    for (FoundService service : found) {
      facts.add(
          new Fact(
              service.kind().key(),
              service.kind().label(),
              service.trouble().isEmpty(),
              service.sentence()));
    }
    facts.add(portFact);
    String reason = fits.reason() + adopted(found);
    facts.add(new Fact("profile", "Compose profile", true, fits.profile().key() + ". " + reason));
    return new Findings(clock.instant(), facts, fits.profile().key(), reason, models(found));
  }

  private static List<ModelServer> models(List<FoundService> found) {
    return found.stream()
        .filter(service -> service.runs() && service.kind().hasModels())
        .map(
            service ->
                new ModelServer(
                    service.kind().key(), service.kind().label(), service.at(), service.models()))
        .toList();
  }

  private static String graphics(List<Gpu> cards) {
    return cards.isEmpty()
        ? "No graphics card of NVIDIA, AMD or Apple was found. If there is one, install its driver's program (nvidia-smi or rocm-smi)."
        : String.join("; ", cards.stream().map(Gpu::sentence).toList()) + ".";
  }

  private static String adopted(List<FoundService> found) {
    List<String> running =
        found.stream().filter(FoundService::runs).map(each -> each.kind().label()).toList();
    return running.isEmpty()
        ? ""
        : " %s already here and need%s no container."
            .formatted(
                String.join(" and ", running) + (running.size() == 1 ? " runs" : " run"),
                running.size() == 1 ? "s" : "");
  }

  private static Fact disk(Path home, ComposeProfile profile) {
    OptionalLong free = free(home);
    if (free.isEmpty()) {
      return new Fact("disk", "Disk", false, "It cannot be told how much space is free.");
    }
    String size = Sizes.ofMb(free.getAsLong());
    if (free.getAsLong() < LEAST_MB) {
      return new Fact(
          "disk",
          "Disk",
          false,
          size + " are free in the home folder. Make room: 500 MB are the least.");
    }
    String needs = Sizes.ofMb(profile.downloadMb());
    return new Fact(
        "disk",
        "Disk",
        true,
        free.getAsLong() > profile.downloadMb()
            ? "%s are free in the home folder.".formatted(size)
            : "%s are free in the home folder. That does for Peregrine; the services of the profile %s fetch about %s."
                .formatted(size, profile.key(), needs));
  }

  private static OptionalLong free(Path home) {
    Path there = home.toAbsolutePath();
    while (Files.notExists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      return OptionalLong.of(Files.getFileStore(there).getUsableSpace() >> 20);
    } catch (IOException unknown) {
      return OptionalLong.empty();
    }
  }
}

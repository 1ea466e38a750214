package dev.peregrine.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.host.config.BlocklistFile;
import dev.peregrine.host.config.PreferencesFile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.discovery.Discovery;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.ExtensionGates;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.plugins.PluginDecisions;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.secrets.SecretKeys;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A home with all that a search needs, put together as the program does. */
final class LoadHome implements AutoCloseable {

  final Tenant tenant;
  final PluginRuntime plugins;
  final ExtensionSettings settings;
  final Contexts contexts;
  final Jobs jobs;
  final Tasks tasks;
  final Resumes resumes;
  final SearchProfiles profiles = new SearchProfiles();
  final Discovery discovery;
  private final Databases databases;
  private final OutgoingHttp http;

  /**
   * @param home a folder of its own
   * @param shipped where the plugins are
   */
  LoadHome(Path home, Path shipped) {
    var clock = InstantSource.system();
    var live = new Live();
    tenant = new Tenant("load", home);
    databases = new Databases(mappers(), clock);
    http = new OutgoingHttp(OutgoingOptions.usual(), clock);
    plugins =
        new PluginRuntime(
            List.of(shipped),
            home.resolve("plugins"),
            new PluginDecisions(home.resolve("config/plugins.yaml")),
            clock,
            live,
            ExtensionGates.OPEN);
    plugins.start();
    settings =
        new ExtensionSettings(
            databases,
            new SecretStore(
                new SecretKeys(home, Map.of(), "Linux", new SecureRandom()),
                Map.of(),
                new SecureRandom(),
                clock));
    contexts = new Contexts(http, settings, clock);
    tasks = new Tasks(databases, live, clock, Map.of("score", 1));
    jobs = new Jobs(databases, live, clock);
    resumes = new Resumes(databases, clock);
    var scoring =
        new Scoring(tasks, jobs, resumes, profiles, new PreferencesFile(), plugins, contexts);
    discovery =
        new Discovery(
            databases,
            tasks,
            jobs,
            scoring,
            profiles,
            new BlocklistFile(),
            plugins,
            contexts,
            settings,
            live,
            clock,
            ZoneOffset.UTC);
  }

  /** Points a board to a server; for the tenant's thread. */
  void point(Extension<JobBoard> board, InetSocketAddress at) {
    settings.save(
        board.descriptor(),
        Map.of("base-url", "http://%s:%d".formatted(at.getHostString(), at.getPort())));
  }

  /** Of the whole program with collector and compiler, in nanoseconds. */
  static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  @Override
  public void close() {
    tasks.close();
    plugins.close();
    http.close();
    databases.close();
  }

  private static List<Class<?>> mappers() {
    return Stream.of(
            Jobs.mappers(),
            Tasks.mappers(),
            Resumes.mappers(),
            Discovery.mappers(),
            ExtensionSettings.mappers())
        .<Class<?>>flatMap(List::stream)
        .toList();
  }
}

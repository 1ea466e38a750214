package dev.peregrine.host.boot;

import dev.peregrine.host.web.WebOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "warm-up",
    hidden = true,
    description = "Opens the pages of an empty Peregrine once, so that the start cache knows them.")
final class WarmUpCommand implements Callable<Integer> {

  private static final List<String> PAGES =
      List.of(
          "/",
          "/setup",
          "/setup/identity",
          "/setup/search",
          "/review",
          "/review?view=list",
          "/digests",
          "/apply",
          "/interviews",
          "/companies",
          "/settings/calendar",
          "/today",
          "/mail",
          "/mail/add",
          "/report",
          "/numbers",
          "/survey",
          "/search",
          "/sources",
          "/plugins",
          "/profile",
          "/proposals",
          "/stories",
          "/settings",
          "/settings/schedules",
          "/settings/notifications",
          "/settings/keywords",
          "/import",
          "/importers",
          "/settings/backup",
          "/settings/models",
          "/settings/mail",
          "/settings/integrations",
          "/settings/mail-add?preset=gmail",
          "/settings/programs",
          "/api",
          "/settings/shortcuts",
          "/settings/privacy",
          "/feedback",
          "/palette");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Installation real =
        ((PeregrineCommand) Objects.requireNonNull(spec).root().userObject()).installation();
    Path home = Files.createTempDirectory("peregrine-warm-up");
    Installation empty = real.at(home);
    try (var running =
            StartCommand.Running.start(
                empty, new LocalMode(empty), WebOptions.local(0, real.zone()), () -> {});
        var client = HttpClient.newHttpClient()) {
      for (String page : PAGES) {
        var request =
            HttpRequest.newBuilder(URI.create("http://localhost:" + running.port() + page));
        client.send(request.build(), HttpResponse.BodyHandlers.discarding());
      }
    } finally {
      remove(home);
    }
    return ExitCode.DONE;
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}

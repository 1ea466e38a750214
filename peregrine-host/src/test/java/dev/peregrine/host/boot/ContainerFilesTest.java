package dev.peregrine.host.boot;

import static dev.peregrine.host.boot.ProgramFiles.ROOT;
import static dev.peregrine.host.boot.ProgramFiles.isRead;
import static dev.peregrine.host.boot.ProgramFiles.text;
import static dev.peregrine.host.boot.ProgramFiles.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.web.WebOptions;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the container files say of the program is true of it. No engine is needed to know that. */
class ContainerFilesTest {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)[:}]");

  private static final Map<String, Integer> PORTS =
      Map.of(
          "compose.yml", WebOptions.PORT,
          "compose.demo.yml", DemoSettings.PORT,
          "compose.cloud.yml", CloudSettings.PORT);

  /** What a service may say, of the compose specification. */
  private static final Set<String> WORDS =
      Set.of(
          "build",
          "cap_add",
          "cap_drop",
          "command",
          "depends_on",
          "deploy",
          "entrypoint",
          "environment",
          "healthcheck",
          "image",
          "init",
          "logging",
          "mem_limit",
          "networks",
          "pids_limit",
          "ports",
          "profiles",
          "read_only",
          "restart",
          "secrets",
          "security_opt",
          "shm_size",
          "stop_grace_period",
          "tmpfs",
          "volumes");

  @ParameterizedTest
  @CsvSource({"compose.yml, 8502", "compose.demo.yml, 8504", "compose.cloud.yml, 8505"})
  void aStackSaysOnlyWhatComposeKnowsAndIsReachedAtItsPort(String file, int port)
      throws IOException {
    Map<?, ?> stack = yaml(file);
    assertThat(stack.keySet().stream().map(String::valueOf).filter(key -> !key.startsWith("x-")))
        .isSubsetOf("name", "services", "volumes", "networks", "secrets");
    var published = new ArrayList<String>();
    services(stack)
        .forEach(
            (name, service) -> {
              assertThat(service.keySet().stream().map(String::valueOf)).as(name).isSubsetOf(WORDS);
              assertThat(service.containsKey("image")).as(name).isTrue();
              assertThat(service.get("restart")).as(name).isEqualTo("unless-stopped");
              assertThat(service.get("cap_drop")).as(name).isEqualTo(List.of("ALL"));
              assertThat(service.containsKey("healthcheck") || service.containsKey("build"))
                  .as("%s says how it is", name)
                  .isTrue();
              published.addAll(list(service.get("ports")));
            });
    assertThat(published)
        .singleElement()
        .satisfies(
            one ->
                assertThat(one).endsWith(":" + port).matches(".*\\b(\\$\\{\\w+:-)?" + port + ".*"));
    assertThat(PORTS.get(file)).isEqualTo(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"compose.yml", "compose.demo.yml", "compose.cloud.yml"})
  void theProgramReadsEveryVariableThatItIsGiven(String file) throws IOException {
    Map<?, ?> app = services(yaml(file)).get("app");
    var given = new TreeSet<String>();
    ((Map<?, ?>) app.get("environment")).keySet().forEach(name -> given.add(String.valueOf(name)));
    assertThat(given).isNotEmpty().allSatisfy(name -> assertThat(isRead(name)).as(name).isTrue());
  }

  /** With nothing but what must be said, and with everything that the example offers. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theProgramStartsWithWhatTheCloudStackTellsIt(boolean everything, @TempDir Path folder)
      throws IOException {
    Path secrets = ProgramFiles.secrets(folder);
    Map<String, String> said = new HashMap<>();
    text(".env.example")
        .lines()
        .filter(line -> line.matches("#[A-Z0-9_]+=.*"))
        .filter(line -> everything || line.matches("#CLOUD_(PUBLIC|SIGN_IN)_URL=.*"))
        .forEach(line -> said.put(line.substring(1).split("=")[0], line.split("=", 2)[1]));
    Map<String, String> told = new HashMap<>();
    ((Map<?, ?>) services(yaml("compose.cloud.yml")).get("app").get("environment"))
        .forEach(
            (name, value) ->
                told.put(
                    "" + name,
                    filledIn("" + value, said)
                        .replace("/run/secrets/", secrets + "/")
                        .replace("{hostname}", "0a1b2c3d4e5f")));

    CloudSettings settings = CloudSettings.of(told);

    assertThat(settings.port()).isEqualTo(CloudSettings.PORT);
    assertThat(settings.platform()).isPresent();
    assertThat(told.get("PEREGRINE_HOME"))
        .as("each node has a home of its own, beside the volume that all share")
        .startsWith("/run/")
        .doesNotStartWith("/data");
  }

  /** As compose does. */
  private static String filledIn(String text, Map<String, String> said) {
    return Pattern.compile("\\$\\{([A-Z0-9_]+)(?::[-?]([^}]*))?}")
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    said.getOrDefault(
                        found.group(1), found.group(2) == null ? "" : found.group(2))));
  }

  @Test
  void everyVariableOfTheExampleIsOneThatAStackTakesAndTheOtherWayRound() throws IOException {
    var taken = new TreeSet<String>();
    for (String file : List.of("compose.yml", "compose.demo.yml", "compose.cloud.yml")) {
      Matcher found = VARIABLE.matcher(text(file));
      while (found.find()) {
        taken.add(found.group(1));
      }
    }
    Set<String> told =
        text(".env.example")
            .lines()
            .filter(line -> line.matches("#[A-Z0-9_]+=.*"))
            .map(line -> line.substring(1, line.indexOf('=')))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(told).isEqualTo(taken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"compose.yml", "compose.demo.yml", "compose.cloud.yml"})
  void whatIsMountedFromTheRepositoryIsInIt(String file) throws IOException {
    var mounted = new ArrayList<String>();
    services(yaml(file)).values().forEach(service -> mounted.addAll(list(service.get("volumes"))));
    assertThat(mounted.stream().filter(volume -> volume.startsWith("./")).map(v -> v.split(":")[0]))
        .allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
  }

  @Test
  void theImageIsBuiltOfWhatIsThereAndRunsAsNobodySpecial() throws IOException {
    String image = text("Dockerfile");
    assertThat(image)
        .contains(
            "USER 8502:8502", "PEREGRINE_HOME=/data", "VOLUME /data", "/opt/peregrine/peregrine\"]")
        .contains(
            "EXPOSE %d %d %d".formatted(WebOptions.PORT, DemoSettings.PORT, CloudSettings.PORT));
    assertThat(ROOT.resolve("deploy/healthy")).isExecutable();
    assertThat(ROOT.resolve("peregrine")).isExecutable();
    String modules = image.split("--add-modules ")[1].split("\\s")[0];
    assertThat(modules.split(","))
        .allSatisfy(name -> assertThat(ModuleFinder.ofSystem().find(name)).as(name).isPresent());
    assertThat(text("deploy/healthy")).contains("/readyz");
  }

  @Test
  void onlyAFrontDoorOfOursWritesWhatSaysWhoSomebodyIs() throws IOException {
    assertThat(text("deploy/caddy/Caddyfile"))
        .contains(
            "request_header -" + CloudResolver.SESSION + "\n",
            "request_header @known " + CloudResolver.SESSION + " {http.request.cookie.cf_session}",
            "header_up " + CloudResolver.PROXY + " ");
    assertThat(services(yaml("compose.cloud.yml")).get("app").get("ports")).isNull();
  }

  private static Map<String, Map<?, ?>> services(Map<?, ?> stack) {
    return ((Map<?, ?>) stack.get("services"))
        .entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> String.valueOf(entry.getKey()),
                    entry -> merged((Map<?, ?>) entry.getValue())));
  }

  /** With what it takes over from elsewhere in the file. */
  private static Map<?, ?> merged(Map<?, ?> service) {
    var all = new HashMap<Object, Object>();
    if (service.get("<<") instanceof Map<?, ?> shared) {
      all.putAll(shared);
    }
    all.putAll(service);
    all.remove("<<");
    return all;
  }

  private static List<String> list(Object part) {
    return part instanceof List<?> items ? items.stream().map(String::valueOf).toList() : List.of();
  }
}

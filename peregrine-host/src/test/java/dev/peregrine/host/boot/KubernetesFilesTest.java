package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.boot.Manifests.One;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the manifests say is known to Kubernetes and true of the program. No cluster is needed. */
class KubernetesFilesTest {

  private static final String SECRETS = "/run/secrets/peregrine/";

  @Test
  void theySayOnlyWhatKubernetesKnows() throws IOException {
    assertThat(Manifests.all()).hasSizeGreaterThan(10).allSatisfy(One::check);
    assertThatThrownBy(
            () ->
                new One(
                        "here",
                        Map.of(
                            "apiVersion",
                            "v1",
                            "kind",
                            "Service",
                            "spec",
                            Map.of("prots", List.of())))
                    .check())
        .as("a slip is found")
        .hasMessageContaining("prots");
  }

  @Test
  void eachFileIsPartOfAnInstallationAndNoneIsMissing() throws IOException {
    var named = new TreeSet<String>();
    for (String file : Manifests.files()) {
      if (file.endsWith("/kustomization.yaml")) {
        Map<?, ?> parts = ProgramFiles.yaml(file);
        Path folder = ProgramFiles.ROOT.resolve(file).getParent();
        for (String list : List.of("resources", "components")) {
          if (parts.get(list) instanceof List<?> entries) {
            entries.forEach(each -> named.add(folder.resolve("" + each).normalize().toString()));
          }
        }
      }
    }
    assertThat(named).allSatisfy(each -> assertThat(Path.of(each)).exists());
    assertThat(Manifests.all())
        .allSatisfy(
            one -> assertThat(named).contains(ProgramFiles.ROOT.resolve(one.file()).toString()));
  }

  @Test
  void everythingRunsAsNobodySpecialAndSaysHowItIs() throws IOException {
    assertThat(Manifests.pods())
        .hasSize(3)
        .allSatisfy(
            one -> {
              Map<?, ?> pod = (Map<?, ?>) one.at("spec", "template", "spec");
              assertThat(pod.get("automountServiceAccountToken")).isEqualTo(false);
              assertThat(Manifests.find(pod, "securityContext", "runAsNonRoot")).contains(true);
              assertThat(Manifests.find(pod, "securityContext", "seccompProfile", "type"))
                  .contains("RuntimeDefault");
              assertThat(Manifests.list(pod, "containers"))
                  .isNotEmpty()
                  .allSatisfy(KubernetesFilesTest::isHarmless);
            });
  }

  private static void isHarmless(Map<?, ?> container) {
    assertThat(Manifests.find(container, "securityContext", "readOnlyRootFilesystem"))
        .contains(true);
    assertThat(Manifests.find(container, "securityContext", "allowPrivilegeEscalation"))
        .contains(false);
    assertThat(Manifests.find(container, "securityContext", "capabilities", "drop"))
        .contains(List.of("ALL"));
    assertThat(Manifests.find(container, "resources", "limits", "memory")).isPresent();
    assertThat(Manifests.find(container, "resources", "requests", "memory")).isPresent();
    assertThat(container.get("readinessProbe")).isNotNull();
    assertThat(container.get("livenessProbe")).isNotNull();
  }

  @Test
  void theProgramStartsWithWhatAnInstallationTellsItAndReadsAllOfIt(@TempDir Path folder)
      throws IOException {
    Map<String, String> told = environment(folder);
    var unread = new TreeSet<>(told.keySet());
    unread.removeIf(ProgramFiles::isRead);
    assertThat(unread).containsExactly("POD_NAME");

    CloudSettings settings = CloudSettings.of(told);

    assertThat(settings.port()).isEqualTo(CloudSettings.PORT);
    assertThat(settings.platform()).isPresent();
    assertThat(told.get("CLOUD_NODE_URL"))
        .isEqualTo("http://peregrine-0.peregrine-nodes:" + CloudSettings.PORT);
    One nodes = nodes();
    assertThat(nodes.at("spec", "serviceName")).isEqualTo("peregrine-nodes");
    assertThat((Integer) nodes.at("spec", "template", "spec", "terminationGracePeriodSeconds"))
        .isGreaterThan((int) settings.drain().toSeconds() + 60);
  }

  /** As the containers get it, with the files of the secrets in a folder here. */
  private static Map<String, String> environment(Path folder) throws IOException {
    Map<?, ?> example = ProgramFiles.yaml(Manifests.FOLDER + "/example/kustomization.yaml");
    Path secrets = ProgramFiles.secrets(folder);
    var kept =
        ((List<?>) Manifests.list(example, "secretGenerator").getFirst().get("files"))
            .stream().map(file -> Path.of("" + file).getFileName().toString()).toList();
    var told = new HashMap<String, String>();
    ((List<?>) Manifests.list(example, "configMapGenerator").getFirst().get("literals"))
        .forEach(line -> told.put(("" + line).split("=", 2)[0], ("" + line).split("=", 2)[1]));
    told.put("POD_NAME", "peregrine-0");
    for (Map<?, ?> one : Manifests.list(node(), "env")) {
      if (one.get("value") instanceof String value) {
        String name = String.valueOf(one.get("name"));
        if (value.startsWith(SECRETS)) {
          assertThat(kept).contains(value.substring(SECRETS.length()));
        }
        String before =
            told.put(
                name, value.replace(SECRETS, secrets + "/").replace("$(POD_NAME)", "peregrine-0"));
        assertThat(before).as("%s is said once", name).isNull();
      }
    }
    return told;
  }

  private static One nodes() throws IOException {
    return Manifests.one("StatefulSet", "peregrine");
  }

  private static Map<?, ?> node() throws IOException {
    return Manifests.list(nodes().whole(), "spec", "template", "spec", "containers").getFirst();
  }

  @Test
  void whatIsWrittenIsWrittenToVolumesAsTheUserOfTheImage() throws IOException {
    One nodes = nodes();
    var mounts = new HashMap<String, String>();
    Manifests.list(node(), "volumeMounts")
        .forEach(each -> mounts.put("" + each.get("mountPath"), "" + each.get("name")));
    assertThat(mounts.keySet()).contains("/data", "/tmp", "/run/secrets/peregrine");
    Map<String, String> told = new HashMap<>();
    Manifests.list(node(), "env")
        .forEach(each -> told.put("" + each.get("name"), "" + each.get("value")));
    assertThat(told.get("CLOUD_DATA_ROOT")).startsWith("/data/");
    assertThat(told.get("PEREGRINE_HOME"))
        .startsWith("/data/")
        .doesNotStartWith(told.get("CLOUD_DATA_ROOT"));
    var volumes = new ArrayList<String>();
    Manifests.list(nodes.whole(), "spec", "template", "spec", "volumes")
        .forEach(each -> volumes.add("" + each.get("name")));
    Manifests.list(nodes.whole(), "spec", "volumeClaimTemplates")
        .forEach(each -> volumes.add("" + Manifests.find(each, "metadata", "name").orElseThrow()));
    assertThat(volumes).containsExactlyInAnyOrderElementsOf(mounts.values());
    int user = (int) nodes.at("spec", "template", "spec", "securityContext", "runAsUser");
    assertThat(ProgramFiles.text("Dockerfile")).contains("USER %d:%d".formatted(user, user));
    assertThat(nodes.at("spec", "template", "spec", "securityContext", "fsGroup")).isEqualTo(user);
  }

  @Test
  void probesAskForPagesOfHealthAtThePortThatIsListenedTo() throws IOException {
    for (One one : Manifests.pods()) {
      Map<?, ?> container =
          Manifests.list(one.whole(), "spec", "template", "spec", "containers").getFirst();
      var ports = new HashMap<Object, Object>();
      Manifests.list(container, "ports")
          .forEach(each -> ports.put(each.get("name"), each.get("containerPort")));
      for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
        for (String way : List.of("httpGet", "tcpSocket")) {
          Manifests.find(container, probe, way, "port")
              .ifPresent(port -> assertThat(ports).as("%s of %s", probe, one).containsKey(port));
        }
        Manifests.find(container, probe, "httpGet", "path")
            .ifPresent(path -> assertThat(path).isIn("/healthz", "/readyz"));
      }
    }
    assertThat(Manifests.list(node(), "ports").getFirst().get("containerPort"))
        .isEqualTo(CloudSettings.PORT);
    assertThat(Manifests.find(node(), "readinessProbe", "httpGet", "path")).contains("/readyz");
    assertThat(Manifests.find(node(), "livenessProbe", "httpGet", "path")).contains("/healthz");
  }

  @Test
  void whatChoosesPodsFindsSome() throws IOException {
    var labels = new ArrayList<Map<?, ?>>();
    for (One one : Manifests.pods()) {
      var with =
          new HashMap<Object, Object>((Map<?, ?>) one.at("spec", "template", "metadata", "labels"));
      // What the kustomization of base adds.
      with.put("app.kubernetes.io/part-of", "peregrine");
      labels.add(with);
      assertThat(one.at("spec", "selector", "matchLabels"))
          .isEqualTo(one.at("spec", "template", "metadata", "labels"));
    }
    for (One one : Manifests.all()) {
      Stream.of(
              one.find("spec", "selector").filter(found -> one.kind().equals("v1 Service")),
              one.find("spec", "selector", "matchLabels"),
              one.find("spec", "podSelector", "matchLabels"))
          .flatMap(Optional::stream)
          .forEach(
              wanted ->
                  assertThat(labels)
                      .as(one.toString())
                      .anyMatch(
                          has -> has.entrySet().containsAll(((Map<?, ?>) wanted).entrySet())));
    }
  }

  @Test
  void onlyTheFrontDoorIsReachedFromOutsideAndTakesOurCaddyfile() throws IOException {
    One ingress = Manifests.one("Ingress", "peregrine");
    Map<?, ?> rule = Manifests.list(ingress.whole(), "spec", "rules").getFirst();
    assertThat(
            Manifests.find(
                Manifests.list(rule, "http", "paths").getFirst(), "backend", "service", "name"))
        .contains("peregrine-front");
    assertThat(Manifests.all().stream().filter(one -> one.find("spec", "type").isPresent()))
        .as("no service is published at the machines themselves")
        .isEmpty();
    One front = Manifests.one("Deployment", "peregrine-front");
    Map<?, ?> caddy =
        Manifests.list(front.whole(), "spec", "template", "spec", "containers").getFirst();
    String file = ProgramFiles.text("deploy/caddy/Caddyfile");
    assertThat(Manifests.list(caddy, "env"))
        .extracting(each -> "" + each.get("name"))
        .allSatisfy(name -> assertThat(file).contains("{$" + name))
        .contains("CLOUD_PROXY_SECRET");
    int port = (int) Manifests.list(caddy, "ports").getFirst().get("containerPort");
    assertThat(file).contains("\n:" + port + " {");
    Map<?, ?> made =
        Manifests.list(ProgramFiles.yaml("deploy/caddy/kustomization.yaml"), "configMapGenerator")
            .getFirst();
    assertThat(Manifests.list(front.whole(), "spec", "template", "spec", "volumes"))
        .anyMatch(each -> Manifests.find(each, "configMap", "name").equals(named(made)));
  }

  @Test
  void caddyKnowsEveryNodeThatThereIs() throws IOException {
    Map<?, ?> example = ProgramFiles.yaml(Manifests.FOLDER + "/example/kustomization.yaml");
    int count = (int) Manifests.list(example, "replicas").getFirst().get("count");
    assertThat(count).isEqualTo(nodes().at("spec", "replicas"));
    String upstreams =
        IntStream.range(0, count)
            .mapToObj(node -> "peregrine-%d.peregrine-nodes:%d".formatted(node, CloudSettings.PORT))
            .collect(Collectors.joining(" ", "CLOUD_UPSTREAMS=to ", ""));
    assertThat(Manifests.list(example, "configMapGenerator"))
        .anySatisfy(
            made -> {
              assertThat(made.get("name")).isEqualTo("peregrine-front");
              assertThat(made.get("literals")).isEqualTo(List.of(upstreams));
            });
    assertThat(ProgramFiles.text("deploy/caddy/Caddyfile")).contains("{$CLOUD_UPSTREAMS:");
    assertThat(Manifests.one("Service", "peregrine-nodes").at("spec", "clusterIP"))
        .isEqualTo("None");
  }

  private static Optional<Object> named(Map<?, ?> made) {
    return Manifests.find(made, "name");
  }

  @Test
  void noSecretLiesInTheRepository() throws IOException {
    for (String file : Manifests.files()) {
      assertThat(ProgramFiles.text(file)).as(file).doesNotContain("kind: Secret\n");
    }
    assertThat(ProgramFiles.text(Manifests.FOLDER + "/example/.gitignore")).contains("secrets/");
    assertThat(Files.exists(ProgramFiles.ROOT.resolve(Manifests.FOLDER + "/example/secrets")))
        .isFalse();
  }
}

package dev.peregrine.host.boot;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The manifests for Kubernetes as they lie in the repository. */
final class Manifests {

  static final String FOLDER = "deploy/kubernetes";

  private static final String TYPES = "io.fabric8.kubernetes.api.model.";

  private static final Map<String, String> KINDS =
      Map.of(
          "v1 Namespace", "Namespace",
          "v1 Service", "Service",
          "apps/v1 StatefulSet", "apps.StatefulSet",
          "apps/v1 Deployment", "apps.Deployment",
          "policy/v1 PodDisruptionBudget", "policy.v1.PodDisruptionBudget",
          "networking.k8s.io/v1 NetworkPolicy", "networking.v1.NetworkPolicy",
          "networking.k8s.io/v1 Ingress", "networking.v1.Ingress");

  /** Knows no field but those of Kubernetes. */
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public Boolean hasAnySetter(Annotated where) {
                  return false;
                }
              })
          .build();

  private Manifests() {}

  /** One object of a manifest, by its parts. */
  record One(String file, Map<?, ?> whole) {

    String kind() {
      return whole.get("apiVersion") + " " + whole.get("kind");
    }

    String name() {
      return find("metadata", "name").map(String::valueOf).orElse("without a name");
    }

    /** What lies there; empty where nothing does. */
    Optional<Object> find(String... path) {
      return Manifests.find(whole, path);
    }

    Object at(String... path) {
      return find(path)
          .orElseThrow(() -> new AssertionError(this + " has no " + String.join(".", path)));
    }

    /** Takes it as Kubernetes would, and fails where that knows a part of it not. */
    void check() {
      String type = KINDS.get(kind());
      if (type == null) {
        throw new AssertionError(this + " is of a kind that is not looked at here");
      }
      try {
        var _ = STRICT.convertValue(whole, Class.forName(TYPES + type));
      } catch (IllegalArgumentException | ClassNotFoundException wrong) {
        throw new AssertionError(this + ": " + wrong.getMessage(), wrong);
      }
    }

    @Override
    public String toString() {
      return file + ", " + kind() + " " + name();
    }
  }

  static Optional<Object> find(Object from, String... path) {
    Optional<Object> here = Optional.of(from);
    for (String step : path) {
      here =
          here.filter(Map.class::isInstance)
              .flatMap(map -> Optional.ofNullable(((Map<?, ?>) map).get(step)));
    }
    return here;
  }

  /** The members of a list, each a map. */
  static List<Map<?, ?>> list(Object from, String... path) {
    var all = new ArrayList<Map<?, ?>>();
    find(from, path).ifPresent(list -> ((List<?>) list).forEach(each -> all.add((Map<?, ?>) each)));
    return all;
  }

  static List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(ProgramFiles.ROOT.resolve(FOLDER))) {
      return all.map(each -> ProgramFiles.ROOT.relativize(each).toString())
          .filter(each -> each.endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  static List<One> all() throws IOException {
    var all = new ArrayList<One>();
    for (String file : files()) {
      if (!file.endsWith("/kustomization.yaml")) {
        ProgramFiles.yamls(file).forEach(each -> all.add(new One(file, each)));
      }
    }
    return all;
  }

  static One one(String kind, String name) throws IOException {
    return all().stream()
        .filter(each -> each.kind().endsWith(" " + kind) && each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
  }

  /** Everything that runs containers. */
  static List<One> pods() throws IOException {
    return all().stream()
        .filter(each -> each.find("spec", "template", "spec").isPresent())
        .toList();
  }
}

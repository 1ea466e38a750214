package dev.peregrine.host.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LlmFileTest {

  private static final String OURS =
      """
      # my models
      backends:
        ollama:            # the old laptop
          type: ollama
          model: llama3.1:8b
          # patience for it
          patience_seconds: 600
          settings:
            # at home
            base-url: http://127.0.0.1:11434
            tags: [a, b]
        claude:
          type: anthropic
          enabled: no
      # research goes another way
      research_fallback_order: [claude, ollama]
      features:
        cover_letter: ollama
      """;

  @TempDir Path home;
  private Tenant tenant;
  private Path path;
  private final LlmFile file = new LlmFile();

  @BeforeEach
  void tenant() throws IOException {
    tenant = new Tenant("t", home);
    path = Files.createDirectories(tenant.config()).resolve("llm.yaml");
  }

  private LlmPlan read(String text) throws Exception {
    Files.writeString(path, text);
    return tenant.call(file::current);
  }

  private void change(java.util.function.UnaryOperator<LlmPlan> change) {
    tenant.run(() -> file.change(change));
  }

  @Test
  void everythingIsRead() throws Exception {
    LlmPlan plan = read(OURS);
    assertThat(plan.backends())
        .containsExactly(
            new NamedBackend(
                "ollama",
                "ollama",
                true,
                "llama3.1:8b",
                OptionalInt.of(600),
                OptionalInt.empty(),
                Optional.empty(),
                false,
                Map.of("base-url", "http://127.0.0.1:11434", "tags", "a\nb")),
            NamedBackend.of("claude", "anthropic", Map.of()).withEnabled(false));
    assertThat(plan.order(Chain.GENERAL)).containsExactly("ollama", "claude");
    assertThat(plan.order(Chain.RESEARCH)).containsExactly("claude", "ollama");
    assertThat(plan.order(Chain.VISION)).containsExactly("ollama", "claude");
    assertThat(plan.order("cover_letter", Chain.GENERAL)).containsExactly("ollama");
  }

  @Test
  void aChangeLeavesEveryOtherLineAsItWas() throws Exception {
    read(OURS);
    change(plan -> plan.with(plan.find("ollama").orElseThrow().withModel("qwen3:4b")));
    assertThat(path).hasContent(OURS.replace("model: llama3.1:8b", "model: \"qwen3:4b\""));
    change(plan -> plan.with(plan.find("claude").orElseThrow().withEnabled(true)));
    assertThat(path)
        .content()
        .contains("# the old laptop", "# at home", "enabled: true", "# research goes another way");
  }

  @Test
  void backendsComeAndGoAndOrdersFollow() throws Exception {
    read(OURS);
    change(
        plan ->
            plan.with(NamedBackend.of("new-one", "vllm", Map.of("base-url", "http://gpu:8000"))));
    LlmPlan more = tenant.call(file::current);
    assertThat(more.order(Chain.RESEARCH)).containsExactly("claude", "ollama", "new-one");
    assertThat(path).content().contains("# at home", "  new-one:\n    type: vllm");
    change(plan -> plan.without("ollama"));
    LlmPlan less = tenant.call(file::current);
    assertThat(less.backends()).extracting(NamedBackend::name).containsExactly("claude", "new-one");
    assertThat(less.features()).isEmpty();
    assertThat(path).content().contains("# my models").doesNotContain("ollama");
    change(plan -> plan.withOrder(Chain.GENERAL, List.of("new-one", "claude")));
    assertThat(path).content().contains("fallback_order: [new-one, claude]");
    change(plan -> plan.without("claude").without("new-one"));
    assertThat(tenant.call(file::current).backends()).isEmpty();
    change(plan -> plan.with(NamedBackend.of("again", "ollama", Map.of())));
    assertThat(tenant.call(file::current).order(Chain.GENERAL)).containsExactly("again");
  }

  @Test
  void settingsAreSetAndTakenAway() throws Exception {
    read(OURS);
    change(
        plan ->
            plan.with(
                plan.find("ollama")
                    .orElseThrow()
                    .withSettings(Map.of("base-url", "http://nas:1", "keep-alive", "5m"))));
    assertThat(tenant.call(file::current).find("ollama").orElseThrow().settings())
        .isEqualTo(Map.of("base-url", "http://nas:1", "keep-alive", "5m"));
    assertThat(path).content().contains("# at home").doesNotContain("tags");
  }

  @Test
  void aFileInAnotherStyleIsWrittenAnewAndTheOldOneKept() throws Exception {
    read("backends: {a: {type: ollama}, b: {type: vllm}}\n");
    change(plan -> plan.without("a"));
    assertThat(tenant.call(file::current).backends())
        .extracting(NamedBackend::name)
        .containsExactly("b");
    assertThat(path.resolveSibling("llm.yaml.before")).exists();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "backends:\\n  a:\\n    modle: x | line 3: \"modle\" is not known in backend \"a\", expected one of type,",
        "backends:\\n  a:\\n    model: x | line 3: backend \"a\" has no type",
        "backends:\\n  a:\\n    type: ollama\\nfallback_order: [a, b] | line 4: fallback order names \"b\", which is no backend of this file, expected one of a",
        "backend:\\n  a: x | line 2: \"backend\" is not known in llm.yaml",
        "backends:\\n  a:\\n    type: ollama\\n    at_once: 65 | line 4: at once is \"65\", expected a whole number from 1 to 64",
        "backends:\\n  a:\\n    type: ollama\\n    enabled: maybe | line 4: enabled is \"maybe\", expected true or false",
        "backends:\\n  A B:\\n    type: ollama | line 3: backend \"A B\" has a name that cannot be used"
      })
  void aTypoIsNamedAndWhatHeldBeforeHolds(String text, String said) throws Exception {
    read(OURS);
    Files.writeString(path, text.replace("\\n", "\n"));
    assertThat(tenant.call(file::problem).orElse("")).contains(said.strip());
    assertThat(tenant.call(file::current).backends()).hasSize(2);
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> change(plan -> plan.without("claude")));
    assertThat(path).hasContent(text.replace("\\n", "\n"));
  }
}

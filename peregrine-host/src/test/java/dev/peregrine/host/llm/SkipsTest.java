package dev.peregrine.host.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.About;
import dev.peregrine.api.llm.LlmDescriptor;
import dev.peregrine.api.llm.LlmDescriptor.Capability;
import dev.peregrine.host.config.NamedBackend;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkipsTest {

  @ParameterizedTest
  @CsvSource({
    "true, '', false, ''",
    "true, STREAMING, false, ''",
    "true, IMAGES, false, ''",
    "true, IMAGES, true, ''",
    "true, IMAGES IMAGES_ONLY, true, ''",
    "true, IMAGES IMAGES_ONLY, false, answers only questions about pictures",
    "true, '', true, cannot see pictures",
    "true, JSON_SCHEMA, true, cannot see pictures",
    "true, none, false, there is no plugin for its type",
    "false, '', false, switched off",
    "false, none, true, switched off"
  })
  void whoIsPassedOver(boolean enabled, String can, boolean images, String why) {
    Optional<LlmDescriptor> kind =
        can.equals("none")
            ? Optional.empty()
            : Optional.of(
                LlmDescriptor.of(
                    About.of("some", "Some", ""),
                    LlmDescriptor.Where.IN_PROCESS,
                    Arrays.stream(can.split(" "))
                        .filter(each -> !each.isEmpty())
                        .map(Capability::valueOf)
                        .toArray(Capability[]::new)));
    Optional<String> said =
        Skips.why(NamedBackend.of("a", "some", Map.of()).withEnabled(enabled), kind, images);
    assertThat(said.isEmpty()).isEqualTo(why.isEmpty());
    assertThat(said.orElse("")).startsWith(why);
  }
}

package dev.peregrine.host.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.tenancy.Tenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptsTest {

  private static final PromptSpec SPEC =
      new PromptSpec("try_question", "Try", "Tries.", Set.of("posting"));

  @TempDir Path home;
  private final Prompts prompts = new Prompts().add(SPEC);

  private Tenant tenant() {
    return new Tenant("t", home);
  }

  @Test
  void everyShippedWordingIsThereAndFits() {
    assertThat(prompts.problem(Prompts.TRY, prompts.shipped(Prompts.TRY))).isEmpty();
    assertThat(prompts.shipped(Prompts.TRY)).contains("job posting");
  }

  @Test
  void onesOwnWordsCountUntilTheyArePutBack() {
    tenant()
        .run(
            () -> {
              prompts.save(SPEC, "What is {{posting}} about? Costs $1.\r\n");
              assertThat(prompts.filled(SPEC, Map.of("posting", "a $ \\ job")))
                  .isEqualTo("What is a $ \\ job about? Costs $1.\n");
              prompts.reset(SPEC);
              assertThat(prompts.own(SPEC)).isEmpty();
              prompts.save(Prompts.TRY, prompts.shipped(Prompts.TRY));
              assertThat(prompts.own(Prompts.TRY)).isEmpty();
            });
    assertThat(home.resolve("config/prompts/try_question.txt")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "About {{posting}} and {{salary}}. | nothing to put in for {{salary}}, expected one of {{posting}}",
        "About something. | {{posting}} is missing",
        "' ' | A prompt has 1 to 20,000 letters"
      })
  void whatCannotBeUsedIsNotSavedAndInAFileDoesNotCount(String text, String why) throws Exception {
    Path file = home.resolve("config/prompts/try_question.txt");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    tenant()
        .run(
            () -> {
              assertThat(prompts.text(SPEC)).isEqualTo(prompts.shipped(SPEC));
              assertThat(prompts.problem(SPEC, text).orElse("")).contains(why.strip());
              assertThatThrownBy(() -> prompts.save(SPEC, text)).hasMessageContaining(why.strip());
            });
    assertThat(file).hasContent(text);
  }

  @Test
  void twoFeaturesCannotBringOneOfTheSameName() {
    assertThatThrownBy(() -> prompts.add(Prompts.TRY))
        .hasMessageContaining("Two features bring a prompt \"try_question\"");
    assertThat(prompts.all()).containsExactly(SPEC);
  }
}

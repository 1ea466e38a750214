package dev.peregrine.host.survey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.peregrine.host.boot.World;
import dev.peregrine.host.llm.ScriptedModel;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.web.Chromium;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A survey by keys alone, and pictures as a browser gives them. */
@ResourceLock(ScriptedModel.SENT)
class SurveyInBrowserTest {

  private static final String WEIGHED =
      "{\\\"answers\\\": [{\\\"number\\\": 1, \\\"best\\\": [2], \\\"draft\\\": \\\"\\\", \\\"reason\\\": \\\"You like small teams.\\\", \\\"conflict\\\": \\\"\\\", \\\"options\\\": []}]}";

  private World world;
  private Chromium chromium;
  private BrowserContext context;
  private Page page;
  private long job;

  @BeforeEach
  void start(@TempDir Path home) throws Exception {
    ScriptedModel.write(home.resolve("shipped"));
    Files.createDirectories(home.resolve("config"));
    Files.writeString(
        home.resolve("config/llm.yaml"),
        "backends:\n  desk: {type: scripted, model: small, settings: {script: \"slowly:%s\"}}\n"
            .formatted(WEIGHED));
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    world.ownBackend = true;
    job = world.seed().getFirst();
    world.as(() -> world.jobs.move(List.of(job), Stage.SURVEY, Optional.empty()));
    chromium = new Chromium();
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL("http://localhost:" + world.port())
                    .setViewportSize(390, 844));
    page = context.newPage();
  }

  @AfterEach
  void stop() {
    chromium.close();
    world.close();
  }

  private Object focused() {
    return page.evaluate("() => document.activeElement.value ?? document.activeElement.ariaLabel");
  }

  private void tabTo(String what) {
    for (int i = 0; i < 60 && !what.equals(focused()); i++) {
      page.keyboard().press("Tab");
    }
    assertThat(focused()).isEqualTo(what);
  }

  @Test
  void aSurveyIsPastedAnsweredAndWeighedByKeysAlone() {
    page.navigate("/interviews/" + job + "/survey");
    page.focus("#text");
    page.keyboard().insertText("1. How do you work?\na) alone\nb) in a team");
    page.focus("button:has-text(\"Find the questions\")");
    page.keyboard().press("Enter");
    page.waitForURL("**/survey/1");
    tabTo("alone");
    page.keyboard().press("ArrowDown");
    assertThat(page.locator(".asked [role=status]")).containsText("Saved");
    page.focus("#weigh");
    page.keyboard().press("Enter");
    assertThat(page.locator("#work")).containsText("The options are being weighed");
    assertThat(page.locator(".weighedpart")).containsText("You like small teams.");
    assertThat(page.locator("#work")).containsText("All questions are weighed.");
    page.reload();
    assertThat(page.locator("[value='in a team']")).isChecked();
    assertThat(page.locator(".weighedpart")).containsText("in a team");
  }

  @Test
  void picturesArePastedPutInOrderAndRemoved() {
    page.navigate("/interviews/" + job + "/survey");
    page.evaluate(
        """
        async () => {
          for (const [colour, type] of [['red', 'image/png'], ['blue', 'image/webp'], ['green', 'image/jpeg']]) {
            const canvas = new OffscreenCanvas(200, 100), pen = canvas.getContext('2d');
            pen.fillStyle = colour;
            pen.fillRect(0, 0, 200, 100);
            const data = new DataTransfer();
            data.items.add(new File([await canvas.convertToBlob({ type })], `${colour}.${type.slice(6)}`, { type }));
            document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
            await new Promise(done => setTimeout(done, 300));
          }
          const note = new DataTransfer();
          note.items.add(new File(['no picture'], 'note.png', { type: 'image/png' }));
          document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: note, bubbles: true }));
        }""");
    assertThat(page.locator(".shotlist li")).hasCount(3);
    assertThat(page.locator("[data-shots-say]")).containsText("“note.png” is no picture");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move picture 2 up"))
        .press("Enter");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove picture 3"))
        .press("Enter");
    assertThat(
            page.evaluate(
                "() => [...document.querySelector('#pictures').files].map(file => file.name)"))
        .as("what the server does not read is drawn anew")
        .isEqualTo(List.of("blue.png", "red.png"));
    page.click("button:has-text(\"Find the questions\")");
    page.waitForURL("**/survey/1");
    assertThat(page.locator(".asked").first()).isVisible();
    assertThat(page.locator("main .shotlist img")).hasCount(2);
  }
}

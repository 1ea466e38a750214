package dev.peregrine.api.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.About;
import dev.peregrine.api.Blob;
import dev.peregrine.api.Content;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.integration.CalendarEvent.When;
import dev.peregrine.api.integration.IntegrationDescriptor.Capability;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class IntegrationTypesTest {

  private static final About ABOUT = About.of("tables", "Tables", "Keeps rows.");
  private static final ZonedDateTime NOON =
      ZonedDateTime.of(2026, 11, 23, 12, 0, 0, 0, ZoneId.of("Europe/Berlin"));

  @Test
  void limitsOfADescriptorAreChecked() {
    var tracker = IntegrationDescriptor.ForTracker.of(ABOUT, Capability.PULL, Capability.ARCHIVE);
    assertThat(tracker.can()).containsExactly(Capability.ARCHIVE, Capability.PULL);
    assertThatThrownBy(() -> tracker.withLimits(0, 2000))
        .hasMessage("Tracker \"tables\": batch \"0\", expected 1 to 1,000 rows.");
    assertThatThrownBy(() -> IntegrationDescriptor.ForNotifier.of(ABOUT).withLimits(10, 1000))
        .hasMessage(
            "Notifier \"tables\": title \"10\" and text \"1000\", expected at least 20 and 100 characters.");
    assertThatThrownBy(() -> IntegrationDescriptor.ForDocumentStore.of(ABOUT).withLargest(0))
        .hasMessage("Document store \"tables\": largest document \"0\", expected 1 or more bytes.");
  }

  @Test
  void aTrackerThatCannotDoMoreSaysSo() {
    var push = new Tracker.Push("t", "id", List.of(), false);
    assertThatThrownBy(() -> new PlainTracker().archive(push, null, outcome -> {}))
        .asInstanceOf(InstanceOfAssertFactories.type(ExtensionException.class))
        .satisfies(
            refusal -> assertThat(refusal.kind()).isEqualTo(ExtensionException.Kind.UNSUPPORTED),
            refusal ->
                assertThat(refusal).hasMessage("Tables cannot archive rows. Do it there by hand."));
  }

  @Test
  void foldersCannotLeadElsewhere() {
    assertThatThrownBy(() -> upload(List.of("Acme", ".."), "0".repeat(64)))
        .hasMessage("Folder \"..\" of document \"d1\": expected a name.");
    assertThatThrownBy(() -> upload(List.of("Acme"), "ABC"))
        .hasMessage("Document \"d1\": SHA-256 \"ABC\", expected 64 lower-case hexadecimal digits.");
    assertThat(upload(List.of("Acme", "Baker/Berlin"), "0".repeat(64)).folder()).hasSize(2);
  }

  @Test
  void eventsHaveATimeALengthAndAnIdentity() {
    When noon = new When.Timed(NOON, Duration.ofMinutes(45));
    assertThatThrownBy(() -> new When.Timed(NOON, Duration.ZERO))
        .hasMessageContaining("length \"PT0S\", expected more than zero.");
    assertThatThrownBy(() -> new When.Days(LocalDate.of(2026, 11, 23), 0))
        .hasMessage("Event on \"2026-11-23\": \"0\" days, expected 1 or more.");
    assertThatThrownBy(() -> CalendarEvent.of("a b", "Interview", noon))
        .hasMessage("Event \"Interview\": UID \"a b\", expected no blanks.");
    CalendarEvent event = CalendarEvent.of("r1@peregrine", "Interview", noon);
    assertThatThrownBy(() -> event.withAlarms(Duration.ofMinutes(-5)))
        .hasMessage(
            "Event \"r1@peregrine\": alarm \"PT-5M\", expected zero or more before the beginning.");
    assertThat(event.moved(new When.Days(LocalDate.of(2026, 11, 24), 1)).sequence()).isEqualTo(1);
  }

  @Test
  void aNoticesFactsAreInOrder() {
    Notice notice =
        Notice.of("n1", Notice.Event.INTERVIEW_PROPOSED, "Acme", "", Instant.EPOCH)
            .withFacts(Map.of("stage", "applied", "company", "Acme", "job_id", "7"));
    assertThat(notice.facts().keySet()).containsExactly("company", "job_id", "stage");
    assertThat(notice.event().key()).isEqualTo("interview_proposed");
  }

  @Test
  void rowsAndPointsAreNamed() {
    assertThatThrownBy(() -> new TrackerRow(" ", Optional.empty(), Map.of()))
        .hasMessage("A row's external id is blank.");
    assertThatThrownBy(() -> new SyncPoint("", true)).hasMessage("A sync point's token is blank.");
    assertThatThrownBy(() -> TrackerTarget.Column.wanted(" ", TrackerTarget.Kind.TEXT))
        .hasMessage("Column \"\": the name is blank.");
  }

  private static DocumentStore.Upload upload(List<String> folder, String sha256) {
    Content content = Content.of(new Blob("letter.pdf", "application/pdf", new byte[0]));
    return new DocumentStore.Upload("d1", folder, content, sha256, Optional.empty());
  }

  private static final class PlainTracker implements Tracker {
    @Override
    public IntegrationDescriptor.ForTracker descriptor() {
      return IntegrationDescriptor.ForTracker.of(ABOUT);
    }

    @Override
    public String test(IntegrationContext context) {
      return "Fine.";
    }

    @Override
    public List<TrackerTarget> targets(IntegrationContext context) {
      return List.of();
    }

    @Override
    public TrackerTarget target(String id, IntegrationContext context) {
      return new TrackerTarget(id, "", Optional.empty(), List.of());
    }

    @Override
    public void push(Push push, IntegrationContext context, Consumer<PushOutcome> done) {}
  }
}

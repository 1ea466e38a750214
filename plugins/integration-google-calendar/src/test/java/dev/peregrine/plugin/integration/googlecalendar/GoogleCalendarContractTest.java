package dev.peregrine.plugin.integration.googlecalendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.Calendar;
import dev.peregrine.testkit.CalendarContract;
import dev.peregrine.testkit.CalendarScene;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleCalendarContractTest extends CalendarContract {

  @Override
  protected Calendar integration() {
    return new GoogleCalendar();
  }

  @Override
  protected CalendarScene newScene() {
    return new GoogleScene();
  }

  /** Signed in, without a service account. */
  @Override
  protected Map<String, String> settings() {
    return Map.of("service-account", "");
  }

  @Override
  protected String testPath() {
    return "/users/me/calendarList";
  }

  @Override
  protected String failure(int status, String message) {
    return "{\"error\":{\"code\":%d,\"message\":\"%s\",\"status\":\"SOME\"}}"
        .formatted(status, message);
  }

  @Test
  void ofOtherEventsNothingIsReadButThatTheyChanged() throws Exception {
    scene().enter("Dentist");
    put(event());
    server().forgetRequests();

    changes(Optional.empty());

    assertThat(server().requests())
        .extracting(request -> request.query("fields").orElse(""))
        .contains("nextPageToken,nextSyncToken,items(id,status)");
    assertThat(server().requests())
        .extracting(RecordedRequest::path)
        .noneMatch(path -> path.contains("/events/own"));
  }

  @Test
  void aCalendarThatWasSharedWithAServiceAccountIsFoundByItsId() throws Exception {
    var context = context(Map.of("calendar-id", "ada@example.org"));

    assertThat(integration().calendars(context))
        .extracting(Calendar.Shown::name)
        .containsExactly("Ada");
  }

  @Test
  void whoCallsTooOftenWaitsAlsoWhereGoogleSaysForbidden() throws Exception {
    server()
        .answer(
            testPath(),
            RecordedAnswer.json(
                    "{\"error\":{\"code\":403,\"message\":\"Rate Limit Exceeded\",\"errors\":[{\"reason\":\"rateLimitExceeded\"}]}}")
                .withStatus(403));
    var context = context();

    assertThat(
            tried(
                    () -> {
                      var _ = integration().test(context);
                    },
                    context)
                .orElseThrow()
                .kind())
        .isEqualTo(Kind.RATE_LIMITED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a@peregrine", "4f1c-9@peregrine", "0123456789abcdef0123456789abcdef@peregrine"})
  void theIdOfAnEventIsItsUid(String uid) {
    assertThat(EventId.of(uid)).matches("[a-v0-9]{5,1024}");
    assertThat(EventId.uid(EventId.of(uid))).contains(uid);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "peregrine", "peregrinezz", "peregrine00", "own17", "_abc"})
  void anotherIdIsNotOurs(String id) {
    assertThat(EventId.uid(id)).isEmpty();
  }
}

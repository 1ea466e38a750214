package dev.peregrine.plugin.integration.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.Calendar;
import dev.peregrine.testkit.CalendarContract;
import dev.peregrine.testkit.CalendarScene;
import dev.peregrine.testkit.RecordedAnswer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalDavContractTest extends CalendarContract {

  @Override
  protected Calendar integration() {
    return new CalDav();
  }

  @Override
  protected CalendarScene newScene() {
    return new CalDavScene(true);
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("username", "ada@example.org");
  }

  @Override
  protected String testPath() {
    return "/";
  }

  @Override
  protected String failure(int status, String message) {
    return "<?xml version=\"1.0\"?><d:error xmlns:d=\"DAV:\"><s:message xmlns:s=\"http://sabredav.org/ns\">%s</s:message></d:error>"
        .formatted(message);
  }

  @Test
  void aServerThatDoesNotAnswerAtItsAddressIsFoundWhereServersAgreed() throws Exception {
    server().answer("/nothing", RecordedAnswer.status(404));
    server().answer("/.well-known/caldav", RecordedAnswer.status(301).withHeader("Location", "/"));

    var context = context(Map.of("base-url", server().address() + "/nothing"));

    assertThat(integration().calendars(context)).hasSize(1);
  }

  @Test
  void aPageThatIsNoCalendarServerIsSaid() throws Exception {
    server()
        .otherwise(
            request ->
                request.method().equals("GET")
                    ? RecordedAnswer.html("<h1>Welcome</h1>")
                    : RecordedAnswer.status(405));
    var context = context();

    assertThat(
            tried(
                    () -> {
                      var _ = integration().test(context);
                    },
                    context)
                .orElseThrow()
                .kind())
        .isIn(Kind.BAD_SETTINGS, Kind.CHANGED_REMOTE);
  }

  @Test
  void entitiesOfAHostileServerAreNotRead() throws Exception {
    server()
        .answer(
            "/",
            RecordedAnswer.xml(
                    """
                    <?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                    <d:multistatus xmlns:d="DAV:"><d:response><d:href>&x;</d:href></d:response></d:multistatus>
                    """)
                .withStatus(207));
    var context = context();

    assertThat(
            tried(
                    () -> {
                      var _ = integration().test(context);
                    },
                    context)
                .orElseThrow()
                .kind())
        .isEqualTo(Kind.CHANGED_REMOTE);
  }

  @Test
  void anEventThatThePersonFiledElsewhereIsFoundByItsUid() throws Exception {
    var stored = put(event());
    var elsewhere =
        new dev.peregrine.api.integration.Calendar.Stored(
            stored.uid(), stored.remoteId().replace("4f1c", "other"), stored.tag(), stored.link());

    assertThat(put(event(), elsewhere).remoteId()).isEqualTo(stored.remoteId());
    assertThat(scene().titles()).hasSize(1);
  }
}

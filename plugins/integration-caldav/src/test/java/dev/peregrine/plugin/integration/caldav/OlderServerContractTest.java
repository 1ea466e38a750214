package dev.peregrine.plugin.integration.caldav;

import dev.peregrine.api.integration.Calendar;
import dev.peregrine.testkit.CalendarContract;
import dev.peregrine.testkit.CalendarScene;
import java.util.Map;

/** A server without sync tokens. */
class OlderServerContractTest extends CalendarContract {

  @Override
  protected Calendar integration() {
    return new CalDav();
  }

  @Override
  protected CalendarScene newScene() {
    return new CalDavScene(false);
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
}

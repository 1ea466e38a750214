package dev.peregrine.host.notices;

import dev.peregrine.api.integration.Notice.Event;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Somebody who knows what happened. It says what stands now, and again as long as it stands; what
 * the person was told of is sorted out by {@link Telling}, so that a crash in between loses nothing
 * and tells nothing twice.
 */
public interface Happenings {

  /** What of. */
  Event event();

  /**
   * What stands for the current tenant, the oldest first; texts in the current language. Asked for
   * several times a minute, so it must be quick.
   *
   * @param now in the person's zone
   */
  List<Happening> standing(ZonedDateTime now);
}

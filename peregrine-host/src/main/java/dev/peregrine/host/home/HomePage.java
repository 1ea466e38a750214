package dev.peregrine.host.home;

import dev.peregrine.host.intake.AddCard;
import dev.peregrine.host.mailbox.SyncPillPart;
import dev.peregrine.host.web.Shell;
import java.util.Optional;

/**
 * The first page: where things stand, what is next, what is being found.
 *
 * @param nextSearch when the next search begins by itself; empty where none does
 * @param mail how it stands with reading mail; empty where none is read
 * @param setup how far setup is; empty where nothing of it is open
 */
record HomePage(
    Shell shell,
    String weekday,
    String greeting,
    TodayPart today,
    RunPart run,
    String nextSearch,
    Optional<SyncPillPart> mail,
    AddCard add,
    String setup) {

  /** A step of the way, with how many jobs are there. */
  record Step(String label, long count, String note, String path, boolean isNew) {}

  /** Something to do. */
  record ToDo(String when, String title, String sentence, String button, String path) {}
}

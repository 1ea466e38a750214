package dev.peregrine.host.mailbox;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.imap.SyncState;
import dev.peregrine.host.web.Times;

/** How it stands with reading mail, in the person's language. */
final class SyncWords {

  private SyncWords() {}

  /** One mailbox as a sentence; empty where nothing happened yet. */
  static String said(SyncState state, Times times) {
    if (state.running()) {
      return t("mailbox.reading");
    }
    if (state.failed().isPresent()) {
      return state.failed().get().sentence();
    }
    return state.synced().map(when -> t("mailbox.read-ago", "when", times.ago(when))).orElse("");
  }
}

package dev.peregrine.host.importers;

import dev.peregrine.host.contacts.ContactDetails;
import dev.peregrine.host.pipeline.Brought;
import dev.peregrine.host.pipeline.PostingUrl;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a row of a list is. */
sealed interface Item {

  /** The row as a person counts it. */
  int row();

  /**
   * A job.
   *
   * @param answered questions of the form, with the answers that were given
   * @param followUp when the person wanted to turn to it again
   * @param untitled whether the row has a link and no title
   * @param odd what could not be taken as it stands, each a sentence that many rows may share
   */
  record Taken(
      int row,
      Brought brought,
      Standing standing,
      List<Answered> answered,
      Optional<ContactDetails> contact,
      Optional<LocalDate> followUp,
      boolean untitled,
      List<String> odd)
      implements Item {

    public Taken {
      answered = List.copyOf(answered);
      odd = List.copyOf(odd);
    }

    /** Canonical; the same row has the same one each time. */
    URI address() {
      return PostingUrl.canonical(brought.posting().url());
    }
  }

  /** A question of a form; the answer may be empty. */
  record Answered(String question, String answer) {}

  /** A row that is no job, and why. */
  record Left(int row, String why) implements Item {}
}

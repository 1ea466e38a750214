package dev.peregrine.host.review;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.leads.Leads;
import dev.peregrine.host.pipeline.Job;
import java.util.Optional;

/**
 * Where a job came from that no board has.
 *
 * @param path of the mail
 */
record Origin(String text, String path) {

  static Optional<Origin> of(Job job, Leads leads) {
    return job.board().equals(Leads.BOARD)
        ? leads.mailsOf(job.id()).stream()
            .findFirst()
            .map(mail -> new Origin(t("review.from-mail"), "/mail/" + mail))
        : Optional.empty();
  }
}

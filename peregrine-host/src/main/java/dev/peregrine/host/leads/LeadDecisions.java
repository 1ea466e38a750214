package dev.peregrine.host.leads;

import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.pipeline.Move;
import dev.peregrine.host.pipeline.MoveListener;
import dev.peregrine.host.pipeline.Stage;
import java.util.ArrayList;
import java.util.List;

/** A decision in review about a posting that came as a mail is one about the mail. */
public final class LeadDecisions implements MoveListener {

  private final Leads leads;
  private final Mails mails;

  public LeadDecisions(Leads leads, Mails mails) {
    this.leads = leads;
    this.mails = mails;
  }

  @Override
  public void moved(Move move) {
    settle(move, true);
  }

  @Override
  public void undone(Move move) {
    settle(move, false);
  }

  private void settle(Move move, boolean settled) {
    List<Long> reviewed = new ArrayList<>();
    for (int at = 0; at < move.jobs().size(); at++) {
      if (move.from().get(at) == Stage.PENDING) {
        reviewed.add(move.jobs().get(at));
      }
    }
    List<Long> written = reviewed.isEmpty() ? List.of() : leads.mailsOf(reviewed);
    if (!written.isEmpty()) {
      mails.settle(written, settled);
    }
  }
}

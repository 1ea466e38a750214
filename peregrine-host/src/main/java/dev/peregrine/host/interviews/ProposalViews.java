package dev.peregrine.host.interviews;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.rounds.RoundWords;
import dev.peregrine.host.signals.ProposedRounds;
import dev.peregrine.host.signals.RoundProposal;
import dev.peregrine.host.signals.RoundProposal.Kind;
import dev.peregrine.host.spoken.SaidTime;
import dev.peregrine.host.web.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How proposed rounds are said. */
record ProposalViews(ProposedRounds proposals, Times times) {

  ProposalPart part(RoundProposal proposal, String query) {
    return new ProposalPart(
        proposal.id(),
        "%s/mails/rounds/%d".formatted(Interviews.path(proposal.job()), proposal.id()),
        says(proposal),
        proposal.times().stream()
            .flatMap(time -> time.doubts().stream())
            .distinct()
            .sorted()
            .map(doubt -> t("signals.doubt", "doubt", doubt.name().toLowerCase(Locale.ROOT)))
            .toList(),
        choices(proposal),
        query);
  }

  private List<ProposalPart.Time> choices(RoundProposal proposal) {
    if (proposal.times().size() > 1
        || (proposal.kind() == Kind.CHANGE && !proposal.times().isEmpty())) {
      return IntStream.range(0, proposal.times().size())
          .mapToObj(i -> new ProposalPart.Time(i, when(dated(proposal, i))))
          .toList();
    }
    String label =
        switch (proposal.kind()) {
          case NEW -> t("signals.agree");
          case CHANGE -> t("signals.change");
          case CALL_OFF -> t("signals.call-off");
        };
    return List.of(new ProposalPart.Time(0, label));
  }

  /** The times from which one is chosen while the application is moved. */
  List<ProposalPart.Time> dates(RoundProposal proposal) {
    return proposal.kind() != Kind.NEW
        ? List.of()
        : proposal.times().isEmpty()
            ? List.of(new ProposalPart.Time(0, when(proposal.round().plan())))
            : IntStream.range(0, proposal.times().size())
                .mapToObj(i -> new ProposalPart.Time(i, when(dated(proposal, i))))
                .toList();
  }

  private static RoundPlan dated(RoundProposal proposal, int number) {
    SaidTime time = proposal.times().get(number);
    RoundPlan plan = proposal.round().plan().at(time.start());
    return time.length().map(plan::lasting).orElse(plan);
  }

  private String says(RoundProposal proposal) {
    String what = RoundWords.what(proposal.round());
    String now = when(proposal.round().plan());
    return switch (proposal.kind()) {
      case NEW ->
          proposal.times().size() > 1
              ? t("signals.offers-times", "what", what)
              : t("signals.proposes", "what", what, "when", now);
      case CHANGE ->
          proposals
              .invited(proposal)
              .map(plan -> t("signals.changes-to", "what", what, "now", now, "when", when(plan)))
              .orElseGet(() -> t("signals.changes", "what", what, "now", now));
      case CALL_OFF -> t("signals.calls-off", "what", what, "now", now);
    };
  }

  private String when(RoundPlan plan) {
    var said = new ArrayList<String>();
    RoundWords.whole(plan, times).ifPresent(said::add);
    RoundWords.there(plan, times).ifPresent(there -> said.add("(" + there + ")"));
    return said.isEmpty() ? t("rounds.no-date-yet") : String.join(" ", said);
  }
}

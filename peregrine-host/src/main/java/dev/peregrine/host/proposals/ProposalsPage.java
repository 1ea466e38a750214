package dev.peregrine.host.proposals;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * What a model proposes, to accept, change or leave.
 *
 * @param resumes to choose from
 */
record ProposalsPage(Shell shell, List<Choice> resumes, ProposalsPart part) {

  record Choice(String name, String path, boolean here) {}
}

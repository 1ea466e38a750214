package dev.peregrine.host.interviews;

import dev.peregrine.host.mailbox.SyncPillPart;
import dev.peregrine.host.web.Shell;
import java.util.Optional;

/** The applications that run. */
record BoardPage(Shell shell, Optional<SyncPillPart> mail, BoardPart board) {}

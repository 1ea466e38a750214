package dev.peregrine.host.account;

import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * What is used of what.
 *
 * @param rules what else has a limit, each a sentence
 */
record UsedPage(Shell shell, SettingsNav nav, List<Used> used, List<String> rules) {}

package dev.peregrine.host.settings;

import dev.peregrine.host.web.Look;
import dev.peregrine.host.web.Shell;
import dev.peregrine.host.web.Shortcut;
import java.util.List;
import java.util.Map;

/** All shortcuts, and whether those of a single key count. */
record ShortcutsPage(
    Shell shell, SettingsNav nav, Look.Question question, Map<String, List<Shortcut>> places) {}

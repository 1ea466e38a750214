package dev.peregrine.host.settings;

import dev.peregrine.host.web.Shell;

/** Everything that can be set, with how it is now. */
record SettingsPage(Shell shell, SettingsNav nav) {}

package dev.peregrine.host.settings;

import dev.peregrine.host.web.Shortcut;
import java.util.List;
import java.util.Map;

/**
 * The sheet of shortcuts.
 *
 * @param places by where they work
 * @param single whether a key alone does something
 */
record ShortcutsPart(Map<String, List<Shortcut>> places, boolean single) {}

package dev.peregrine.host.web;

import java.util.function.Supplier;

/**
 * A line on the page Settings. It is added with its route, so that no line leads nowhere.
 *
 * @param group where it stands
 * @param title as people read it, a noun
 * @param path where it leads
 * @param order small ones come first in their group
 * @param summary how things are now, as one sentence; asked for at each look at Settings, for the
 *     current tenant, so it must be quick. What it throws is shown in its place.
 */
public record SettingsEntry(
    SettingsGroup group, String title, String path, int order, Supplier<String> summary) {}

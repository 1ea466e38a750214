package dev.peregrine.host.settings;

/** How fast the models are, to be shown anew. */
record SpeedsPart(ModelsPage.Speeds speeds, String token) {}

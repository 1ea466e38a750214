/** Checks of the API as a whole: its shape, its list of signatures, what it depends on. */
package dev.peregrine.api.surface;

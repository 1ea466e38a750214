/**
 * Tests of recipes, and {@link dev.peregrine.recipes.RecipeContract} for those that are shipped.
 */
package dev.peregrine.recipes;

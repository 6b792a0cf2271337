/**
 * The shared document: Yjs documents and updates (version 1 of the format), without a browser. Pure Java; knows neither
 * database nor network nor the rest of the product.
 */
@NullMarked
package fr.maillage.coediting.yjs;

import org.jspecify.annotations.NullMarked;

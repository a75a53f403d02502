#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/intervention/intervention.h"

namespace headlight {

// Interventions as a person writes them, several apart by ";":
//
//   ablate HEADS [mean [of "TEXT"]]        the heads' output is nothing, or its mean over the text or another text
//   mask key TOKENS [in HEADS]             nobody sees these tokens; rows brought to sum 1
//   mask row TOKENS [in HEADS]             these tokens read nothing
//   mask cell TOKENS TOKENS [in HEADS]     the first ones do not see the second ones
//   temperature NUMBER [in HEADS]          softmax(scores / NUMBER)
//   uniform HEADS                          equal weights
//   cap TOKENS PART [in HEADS]             together they take at most PART (0 to 1) of a row
//   scale TOKENS FACTOR [in HEADS]         their weights times FACTOR, rows brought to sum 1
//   dropout RATE [seed N] [draws N] [in HEADS]
//   expert EXPERTS off|force [at TOKENS]   a router may not choose them, or must (at these tokens)
//   cover TOKENS [mean]                    patches of an image: every pixel 0, or the mean of each colour
//   patch pattern|output HEADS from "TEXT" from another text of as many tokens
//
//   HEADS   LAYER.HEAD, each a number, a range 0-2 or *; several apart by commas: 1.3,0-2.*; of an encoder–decoder
//           model the decoder's self-attention, or cross 1.3, encoder 1.3. Also read: L1H3, layer 1 head 3, head 1.3,
//           decoder 1.3, and layer 1 or L1 for every head of it
//   EXPERTS LAYER.EXPERT, as HEADS: 3.17,4.*; of an encoder–decoder model the decoder's, or encoder 3.17
//   TOKENS  a number, a range 3-5, first, last, special, punctuation or sink; several apart by commas
//   TEXT    with \" and \\ for " and \ themselves
//
// Layers, heads and tokens count from 0; ranges hold both ends. Without `in` every head of self-attention is meant.
// With cross heads, rows and the first tokens of a cell are of the target, the others of the source; with encoder heads
// all are of the source.

/// Reads interventions; throws Error that names the place (a character, from 1), what was expected and what was found.
/// Other texts come back without a trace.
std::vector<Intervention> parseInterventions(std::string_view text);

/// Reads HEADS alone; throws Error likewise. Empty for every head of self-attention.
HeadSet parseHeads(std::string_view text);

/// The text that parseInterventions reads as the same interventions.
std::string textOf(const Intervention& intervention);
std::string textOf(const std::vector<Intervention>& interventions);

}  // namespace headlight

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
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
//   cover TOKENS [mean|blur]               patches of an image: every pixel 0, the mean of each colour, or blurred
//   patch pattern|output HEADS from "TEXT" from another text of as many tokens
//
// and of the values inside layers:
//
//   ablate VALUES [at TOKENS] [zero | mean [of "TEXT" | of file "FILE"] | resample of "TEXT" [seed N]]
//                                          nothing, their mean, or those of tokens of another text, drawn by a seed
//   patch VALUES [at TOKENS] from "TEXT"   those of the same tokens of another text of as many tokens
//   scale VALUES [at TOKENS] by NUMBER     times a number
//   steer "FILE" STRENGTH [at TOKENS]      a direction from a file, times STRENGTH, added to the stream
//
//   VALUES  stream LAYERS (what the layer reads; the layer after the last one: what the final norm reads),
//           attention LAYERS and mlp LAYERS (a sublayer's output, before the norm behind it and the residual sum),
//           q HEADS (behind norms and rotation), k HEADS and v HEADS (of key/value heads), output HEADS
//   LAYERS  a number, a range 0-2 or *; several apart by commas: 1,3-4; encoder 1, vision 1
//   HEADS   LAYER.HEAD, each a number, a range 0-2 or *; several apart by commas: 1.3,0-2.*; of an encoder–decoder
//           model the decoder's self-attention, or cross 1.3, encoder 1.3. Also read: L1H3, layer 1 head 3, head 1.3,
//           decoder 1.3, and layer 1 or L1 for every head of it
//   EXPERTS LAYER.EXPERT, as HEADS: 3.17,4.*; of an encoder–decoder model the decoder's, or encoder 3.17
//   TOKENS  a number, a range 3-5, first, last, special, punctuation or sink, or a word in quotation marks, as
//           tokensNamed reads it ("chased", "the#2"); several apart by commas
//   TEXT    with \" and \\ for " and \ themselves; FILE likewise
//
// Layers, heads and tokens count from 0; ranges hold both ends. Without `in` every head of self-attention is meant,
// without `at` every token. With cross heads, rows and the first tokens of a cell are of the target, the others of the
// source; with encoder heads all are of the source.

/// A text that is no list of interventions, or of heads.
class GrammarError : public Error {
 public:
  GrammarError(const std::string& message, std::size_t place) : Error(message), at(place) {}
  std::size_t at;  ///< The byte of the text where something else was expected.
};

/// Reads interventions; throws GrammarError that names the place (a character, from 1), what was expected and what was
/// found.
std::vector<Intervention> parseInterventions(std::string_view text);

/// Reads HEADS alone; throws GrammarError likewise. Empty for every head of self-attention.
HeadSet parseHeads(std::string_view text);

/// What may come next in a text of interventions.
struct GrammarOffer {
  std::vector<std::string> words;                  ///< Of the grammar, in its order.
  bool token = false, text = false, file = false;  ///< A word of the text, another text, a file: in quotation marks.
};
/// What may stand behind `begun`; nothing where that is wrong itself, or within a word or quotation marks.
GrammarOffer offersAfter(std::string_view begun);

/// The text that parseInterventions reads as the same interventions.
std::string textOf(const Intervention& intervention);
std::string textOf(const std::vector<Intervention>& interventions);

}  // namespace headlight

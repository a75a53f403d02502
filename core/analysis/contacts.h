#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/attention/attention_maps.h"
#include "core/model/model.h"

namespace headlight {

/// Residues of a protein that touch, as its language model predicts them.
struct Contacts {
  Matrix probability;  ///< [residues, residues], symmetric.
  Index first = 1;     ///< The token of residue 0: the tokens around the protein have none.
};

/// Whether the model has a regression that predicts contacts.
bool predictsContacts(const Model& model);

/// The contact map of `trace`, a run of `model`: each head's weights between residues, symmetrised and less their
/// average product (Dunn et al. 2008), through a logistic regression over all heads (Rao et al. 2021, "Transformer
/// protein language models are unsupervised structure learners"). Throws Error for a model without that regression and
/// for a text without residues; Cancelled.
Contacts predictContacts(const Model& model, const std::shared_ptr<const Trace>& trace, const Progress& progress = {});

/// Residues that are nearer in the chain than this are left out where a head is compared with contacts: they touch
/// anyway.
inline constexpr Index kLeastSeparation = 6;

/// How much of a head's attention between residues at least kLeastSeparation apart goes to contacts: the mean of their
/// probability, weighted by the head's weights (Vig et al. 2021, "BERTology meets biology"). None without such pairs,
/// and where the head looks at none.
std::optional<double> contactShare(const Contacts& contacts, const AttentionMaps& maps, HeadId head);
/// The same of a head that looks at all pairs evenly: chance.
std::optional<double> contactChance(const Contacts& contacts);

}  // namespace headlight

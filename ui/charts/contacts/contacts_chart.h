#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/analysis/contacts.h"
#include "ui/export/exportable.h"

namespace headlight {

/// The contacts that a protein model predicts, with the heads that look at them most.
struct ContactsReport {
  struct Head {
    HeadId head;
    double share = 0;  ///< contactShare().
  };
  Contacts contacts;
  std::vector<Token> residues;
  std::vector<Head> heads;       ///< Those with a share, the largest first.
  std::optional<double> chance;  ///< contactChance().
  QString model, text, changed;
};

/// The contacts of `trace`, a run of `model`. Throws Error as predictContacts() does; Cancelled.
ContactsReport tellContacts(const Model& model, const std::shared_ptr<const Trace>& trace,
                            const Progress& progress = {});

/// The report with numbers in place of the residues.
std::shared_ptr<const ContactsReport> withoutText(const std::shared_ptr<const ContactsReport>& report);

/// The contact map as a heatmap of residues, below a sentence on the heads that look at contacts most.
std::unique_ptr<Figure> contactsFigure(const ContactsReport& report, const FigureStyle& style);

/// The map as something that can be put on paper; `made` lacks the program and the picture.
Exportable exportableContacts(std::shared_ptr<const ContactsReport> report, Provenance made);

}  // namespace headlight

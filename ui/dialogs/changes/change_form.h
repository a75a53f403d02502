#pragma once

#include <QDialog>
#include <QStringList>
#include <optional>
#include <vector>

#include "core/base/ids.h"
#include "core/base/index.h"
#include "core/intervention/intervention.h"

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace headlight {

/// The changes that have a form.
enum class ChangeFormKind {
  SwitchOff,
  Hide,
  Temperature,
  Uniform,
  Cap,
  Weaken,
  Stress,
  Dropout,
  Patch,
  Values,
  Expert
};

struct ChangeFormRow {
  ChangeFormKind kind;
  const char* name;   ///< Object name of menu entries.
  const char* label;  ///< In plain words; translated by changeFormLabel().
  const char* term;   ///< What the field calls it.
};

/// Every kind, in the order of menus.
const std::vector<ChangeFormRow>& changeForms();
QString changeFormLabel(ChangeFormKind kind);
QString changeFormTerm(ChangeFormKind kind);

/// What a form has to choose from.
struct ChangeFormFacts {
  int layers = 1, heads = 1;
  HeadId head;                 ///< The one that is selected.
  std::optional<Index> token;  ///< The one that is pinned.
  QStringList tokens;          ///< Labels of the text's tokens.
  QString otherText;           ///< The text that the first one is compared with; empty for none.
  int encoderLayers = 0;  ///< Of an encoder–decoder model, whose heads of cross-attention and encoder can be chosen.
  QStringList sourceTokens = {};  ///< Labels of what its encoder reads.
  /// Of a mixture the layers that have experts, with how many as their head.
  std::vector<HeadId> experts = {};
  int kvHeads = 1;                       ///< Of the decoder, or of a model of one stack.
  std::optional<HeadId> panelHead = {};  ///< The one that the current panel shows, where it is not the selected one.
};

/// Asks for one change in plain words, and shows what it is called in the grammar of core/intervention/grammar.h, which
/// is where its fields come together.
class ChangeForm final : public QDialog {
  Q_OBJECT
 public:
  ChangeForm(ChangeFormKind kind, ChangeFormFacts facts, QWidget* parent = nullptr);

  /// The change as it is written now.
  QString grammar() const;

 signals:
  void chosen(const headlight::Intervention& change);

 private:
  void addAttention(QFormLayout* form);
  /// Shows what the chosen attention has: its heads, its layers, its tokens.
  void showAttention();
  /// What each place is called; of two heads, which one is meant.
  void namePlaces();
  AttentionType attention() const;
  /// The tokens that a field chooses among.
  const QStringList& tokensFor(const QComboBox* field) const;
  void fillTokens(QComboBox* field, const QString& chosen) const;
  void addWhere(QFormLayout* form);
  void addTokens(QFormLayout* form);
  void addAmount(QFormLayout* form);
  void addText(QFormLayout* form);
  void addValues(QFormLayout* form);
  /// Enables what the chosen values need: heads or layers, a factor, a text.
  void showValues();
  void addExpert(QFormLayout* form);
  /// Shows which experts the chosen layer has.
  void showExperts();
  QComboBox* tokenField(const QString& name, const QString& first) const;
  /// "1.*", "encoder 1.*", or empty for everywhere in self-attention.
  QString heads() const;
  /// "stream 3 at 4-5", "k 1.0": the values that the form is about.
  QString values() const;
  /// What chooses the tokens in a field, in the grammar: words that are typed become the numbers of their tokens.
  QString tokensOf(const QComboBox* field) const;
  /// The first word in the fields that the text does not have; empty for none.
  QString unknownWord() const;
  void showChange();
  void finish();

  ChangeFormKind m_kind;
  ChangeFormFacts m_facts;
  QComboBox* m_attention = nullptr;  ///< Null for a model of one stack.
  QComboBox* m_where = nullptr;      ///< Null for what is about no head.
  QSpinBox *m_firstLayer = nullptr, *m_lastLayer = nullptr;
  QWidget* m_layers = nullptr;
  QComboBox *m_how = nullptr, *m_tokens = nullptr, *m_others = nullptr;
  QComboBox* m_values = nullptr;  ///< Null for a change of weights or whole outputs.
  QLabel* m_othersLabel = nullptr;
  QDoubleSpinBox* m_amount = nullptr;
  QComboBox* m_expertLayer = nullptr;  ///< Its data are places in ChangeFormFacts::experts.
  QSpinBox *m_seed = nullptr, *m_draws = nullptr, *m_expert = nullptr;
  QLineEdit* m_text = nullptr;
  QLabel *m_grammar = nullptr, *m_problem = nullptr;
  QPushButton* m_ok;
};

}  // namespace headlight

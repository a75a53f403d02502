#include "ui/dialogs/changes/change_form.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/error.h"
#include "core/intervention/grammar.h"
#include "ui/figures/head_words.h"
#include "ui/state/words/change_words.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"

namespace headlight {
namespace {

/// Where a change acts, in the order of the choice.
enum Where { kThisHead, kThisLayer, kSomeLayers, kEverywhere, kPanelHead };

/// Whether what replaces values ("mean of file") is named by a text or a file behind "of".
bool takesOther(const QString& how) { return how.split(u' ').contains(QStringLiteral("of")); }

/// A number as the grammar reads it, whatever the country.
QString plain(double number) { return QString::number(number, 'g', 10); }

/// Whether the grammar reads it by itself.
bool isGrammar(const QString& word) {
  static const QRegularExpression numbers(QStringLiteral("^\\d+(-\\d+)?$"));
  static const QStringList words = {QStringLiteral("first"), QStringLiteral("last"), QStringLiteral("special"),
                                    QStringLiteral("punctuation"), QStringLiteral("sink")};
  return numbers.match(word).hasMatch() || words.contains(word);
}

/// Where `word` stands among the labels of tokens, as the grammar has it: a number, or a range of the pieces that make
/// it.
QStringList placesOf(const QString& word, const QStringList& tokens) {
  QStringList places;
  for (qsizetype begin = 0; begin < tokens.size(); ++begin) {
    QString joined;
    for (qsizetype end = begin; end < tokens.size() && joined.size() < word.size(); ++end) {
      joined += tokens[end];
      if (joined != word) continue;
      places << (end == begin ? QString::number(begin) : QStringLiteral("%1-%2").arg(begin).arg(end));
      begin = end;
      break;
    }
  }
  return places;
}

/// The number of the token with the most letters: more likely a word that matters than any other. "last" without one.
QString longestWord(const QStringList& tokens) {
  QString found = QStringLiteral("last");
  qsizetype most = 0;
  for (qsizetype i = 0; i < tokens.size(); ++i) {
    const bool word = std::all_of(tokens[i].begin(), tokens[i].end(), [](QChar c) { return c.isLetter(); });
    if (!word || tokens[i].size() <= most) continue;
    most = tokens[i].size();
    found = QString::number(i);
  }
  return found;
}

}  // namespace

const std::vector<ChangeFormRow>& changeForms() {
  static const std::vector<ChangeFormRow> rows = {
      {ChangeFormKind::SwitchOff, "addSwitchOff", QT_TRANSLATE_NOOP("ChangeForm", "Switch a head off"),
       QT_TRANSLATE_NOOP("ChangeForm", "Zero or mean ablation of a head's output")},
      {ChangeFormKind::Hide, "addHide", QT_TRANSLATE_NOOP("ChangeForm", "Hide tokens from others"),
       QT_TRANSLATE_NOOP("ChangeForm", "Attention knockout: cells, rows or columns, rows renormalised")},
      {ChangeFormKind::Temperature, "addTemperature", QT_TRANSLATE_NOOP("ChangeForm", "Sharpen or flatten attention"),
       QT_TRANSLATE_NOOP("ChangeForm", "Softmax temperature")},
      {ChangeFormKind::Uniform, "addUniform", QT_TRANSLATE_NOOP("ChangeForm", "Spread attention evenly"),
       QT_TRANSLATE_NOOP("ChangeForm", "Uniform attention")},
      {ChangeFormKind::Cap, "addCap", QT_TRANSLATE_NOOP("ChangeForm", "Cap the sink or a token"),
       QT_TRANSLATE_NOOP("ChangeForm", "Weight cap; the excess goes to other keys in proportion")},
      {ChangeFormKind::Weaken, "addWeaken", QT_TRANSLATE_NOOP("ChangeForm", "Weaken tokens"),
       QT_TRANSLATE_NOOP("ChangeForm", "Key re-weighting by a factor below 1")},
      {ChangeFormKind::Stress, "addStress", QT_TRANSLATE_NOOP("ChangeForm", "Emphasise tokens"),
       QT_TRANSLATE_NOOP("ChangeForm", "Attention steering (PASTA)")},
      {ChangeFormKind::Dropout, "addDropout", QT_TRANSLATE_NOOP("ChangeForm", "Drop weights at random"),
       QT_TRANSLATE_NOOP("ChangeForm", "Attention dropout over several draws")},
      {ChangeFormKind::Patch, "addPatch", QT_TRANSLATE_NOOP("ChangeForm", "Patch from another text"),
       QT_TRANSLATE_NOOP("ChangeForm", "Activation or pattern patching")},
      {ChangeFormKind::Values, "addValues", QT_TRANSLATE_NOOP("ChangeForm", "Change values inside layers"),
       QT_TRANSLATE_NOOP("ChangeForm", "Ablation, resampling, patching or scaling of stream, sublayers, q, k and v")},
      {ChangeFormKind::Expert, "addExpert", QT_TRANSLATE_NOOP("ChangeForm", "Switch an expert off or force it"),
       QT_TRANSLATE_NOOP("ChangeForm", "Router logit at −∞, or the router's first choice")},
  };
  return rows;
}

namespace {

const ChangeFormRow& formRow(ChangeFormKind kind) {
  for (const ChangeFormRow& row : changeForms())
    if (row.kind == kind) return row;
  return changeForms().front();
}

}  // namespace

QString changeFormLabel(ChangeFormKind kind) { return QCoreApplication::translate("ChangeForm", formRow(kind).label); }
QString changeFormTerm(ChangeFormKind kind) { return QCoreApplication::translate("ChangeForm", formRow(kind).term); }

ChangeForm::ChangeForm(ChangeFormKind kind, ChangeFormFacts facts, QWidget* parent)
    : QDialog(parent), m_kind(kind), m_facts(std::move(facts)) {
  setObjectName(QStringLiteral("changeForm"));
  setWindowTitle(changeFormLabel(kind));
  auto* column = makeBox<QVBoxLayout>(this, {16, 16, 16, 16}, 12);
  auto* term = named("quiet", new QLabel(changeFormTerm(kind)));
  term->setWordWrap(true);
  column->addWidget(term);
  auto* form = new QFormLayout;
  form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
  form->setVerticalSpacing(8);
  addAttention(form);
  addValues(form);
  addTokens(form);
  addAmount(form);
  addText(form);
  addExpert(form);
  addWhere(form);
  column->addLayout(form);
  m_grammar = named("formGrammar", new QLabel);
  m_grammar->setWordWrap(true);
  m_grammar->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_grammar->setToolTip(tr("As written for --intervene"));
  m_problem = named("formProblem", new QLabel);
  m_problem->setProperty("level", QStringLiteral("error"));
  m_problem->setWordWrap(true);
  column->addWidget(m_grammar);
  column->addWidget(m_problem);
  column->addStretch(1);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
  m_ok = buttons->button(QDialogButtonBox::Ok);
  m_ok->setText(tr("Add"));
  connect(buttons, &QDialogButtonBox::accepted, this, &ChangeForm::finish);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  column->addWidget(buttons);
  setMinimumWidth(480);
  showChange();
}

QComboBox* ChangeForm::tokenField(const QString& name, const QString& first) const {
  auto* field = new QComboBox;
  field->setObjectName(name);
  field->setEditable(true);
  field->setInsertPolicy(QComboBox::NoInsert);
  field->setToolTip(tr("Choose, or type words of the text, numbers and ranges: Darcy, 3, 5-7"));
  // As wide whatever the text has.
  field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  field->setMinimumContentsLength(28);
  fillTokens(field, m_facts.token ? QString() : first);
  return field;
}

void ChangeForm::fillTokens(QComboBox* field, const QString& chosen) const {
  const QStringList& tokens = tokensFor(field);
  field->clear();
  if (m_facts.token && &tokens == &m_facts.tokens && *m_facts.token < tokens.size())
    field->addItem(QStringLiteral("%1  “%2”").arg(*m_facts.token).arg(tokens[*m_facts.token]),
                   QString::number(*m_facts.token));
  if (m_kind == ChangeFormKind::Values) field->addItem(tr("Every token"), QString());
  const std::pair<const char*, QString> kinds[] = {{"sink", tr("The sink (first and special tokens)")},
                                                   {"first", tr("The first token")},
                                                   {"last", tr("The last token")},
                                                   {"punctuation", tr("Punctuation")},
                                                   {"special", tr("Special tokens")}};
  for (const auto& [word, label] : kinds) field->addItem(label, QString::fromLatin1(word));
  constexpr qsizetype kMostListed = 500;
  for (qsizetype i = 0; i < std::min(kMostListed, tokens.size()); ++i)
    field->addItem(QStringLiteral("%1  “%2”").arg(i).arg(tokens[i]), QString::number(i));
  if (!chosen.isEmpty()) field->setCurrentIndex(std::max(0, field->findData(chosen)));
}

const QStringList& ChangeForm::tokensFor(const QComboBox* field) const {
  if (attention() == AttentionType::Self) return m_facts.tokens;
  // Of cross-attention the queries are tokens of the target.
  const bool queries = field->objectName() == QStringLiteral("formOthers") ||
                       (m_how && m_how->currentData().toString() == QStringLiteral("row"));
  return attention() == AttentionType::Cross && queries ? m_facts.tokens : m_facts.sourceTokens;
}

QString ChangeForm::tokensOf(const QComboBox* field) const {
  const int chosen = field->findText(field->currentText(), Qt::MatchExactly);
  if (chosen >= 0) return field->itemData(chosen).toString();
  QStringList parts;
  for (const QString& part : field->currentText().split(u',')) {
    const QString word = part.trimmed();
    const QStringList numbers = isGrammar(word) ? QStringList() : placesOf(word, tokensFor(field));
    parts << (numbers.isEmpty() ? word : numbers.join(u','));
  }
  return parts.join(u',');
}

QString ChangeForm::unknownWord() const {
  for (const QComboBox* field : {m_tokens, m_others}) {
    if (!field || field->isHidden() || field->findText(field->currentText(), Qt::MatchExactly) >= 0) continue;
    for (const QString& part : field->currentText().split(u','))
      if (const QString word = part.trimmed();
          !word.isEmpty() && !isGrammar(word) && placesOf(word, tokensFor(field)).isEmpty())
        return word;
  }
  return {};
}

void ChangeForm::addTokens(QFormLayout* form) {
  const bool has = m_kind == ChangeFormKind::Hide || m_kind == ChangeFormKind::Cap ||
                   m_kind == ChangeFormKind::Weaken || m_kind == ChangeFormKind::Stress ||
                   m_kind == ChangeFormKind::Values;
  if (!has) return;
  const QString first = m_kind == ChangeFormKind::Weaken   ? QStringLiteral("punctuation")
                        : m_kind == ChangeFormKind::Stress ? longestWord(m_facts.tokens)
                        : m_kind == ChangeFormKind::Values ? QString()
                                                           : QStringLiteral("sink");
  m_tokens = tokenField(QStringLiteral("formTokens"), first);
  form->addRow(tr("&Tokens"), m_tokens);
  connect(m_tokens, &QComboBox::currentTextChanged, this, &ChangeForm::showChange);
  if (m_kind != ChangeFormKind::Hide) return;
  m_how = named("formHow", new QComboBox);
  m_how->addItem(tr("Hidden from all tokens (columns)"), QStringLiteral("key"));
  m_how->addItem(tr("They attend to nothing (rows)"), QStringLiteral("row"));
  m_how->addItem(tr("Hidden from chosen tokens (cells)"), QStringLiteral("cell"));
  form->addRow(tr("&How"), m_how);
  m_others = tokenField(QStringLiteral("formOthers"), QStringLiteral("last"));
  m_others->setCurrentIndex(m_others->findData(QStringLiteral("last")));
  m_othersLabel = new QLabel(tr("From &whom"));
  m_othersLabel->setBuddy(m_others);
  form->addRow(m_othersLabel, m_others);
  m_others->setSizePolicy([policy = m_others->sizePolicy()]() mutable {
    policy.setRetainSizeWhenHidden(true);
    return policy;
  }());
  connect(m_how, &QComboBox::currentIndexChanged, this, [this] {
    if (attention() == AttentionType::Cross) fillTokens(m_tokens, QStringLiteral("first"));
    showChange();
  });
  connect(m_others, &QComboBox::currentTextChanged, this, &ChangeForm::showChange);
}

void ChangeForm::addAmount(QFormLayout* form) {
  struct Amount {
    ChangeFormKind kind;
    QString label, suffix;
    double least, most, value, step;
    int digits;
  };
  const Amount amounts[] = {
      {ChangeFormKind::Temperature, tr("&Temperature (below 1 sharper, above 1 flatter)"), {}, 0.01, 1000, 2, 0.1, 2},
      {ChangeFormKind::Cap, tr("&Maximum per row"), tr("%"), 0, 100, 10, 5, 1},
      {ChangeFormKind::Weaken, tr("Weight &times"), {}, 0, 1, 0.5, 0.1, 3},
      {ChangeFormKind::Stress, tr("Weight &times"), {}, 1, 1000, 10, 1, 2},
      {ChangeFormKind::Dropout, tr("&Rate"), tr("%"), 0, 99, 10, 5, 1},
      {ChangeFormKind::Values, tr("&Values times"), {}, -1000, 1000, 0.5, 0.1, 3},
  };
  for (const Amount& amount : amounts) {
    if (amount.kind != m_kind) continue;
    m_amount = named("formAmount", new QDoubleSpinBox);
    m_amount->setRange(amount.least, amount.most);
    m_amount->setDecimals(amount.digits);
    m_amount->setSingleStep(amount.step);
    m_amount->setSuffix(amount.suffix);
    m_amount->setValue(amount.value);
    form->addRow(amount.label, m_amount);
    connect(m_amount, &QDoubleSpinBox::valueChanged, this, &ChangeForm::showChange);
  }
  if (m_kind != ChangeFormKind::Dropout) return;
  m_draws = named("formDraws", new QSpinBox);
  m_draws->setRange(1, 1000);
  m_draws->setValue(20);
  form->addRow(tr("&Draws"), m_draws);
  m_seed = named("formSeed", new QSpinBox);
  m_seed->setRange(0, 1'000'000'000);
  m_seed->setValue(1);
  form->addRow(tr("&Seed"), m_seed);
  connect(m_draws, &QSpinBox::valueChanged, this, &ChangeForm::showChange);
  connect(m_seed, &QSpinBox::valueChanged, this, &ChangeForm::showChange);
}

void ChangeForm::addText(QFormLayout* form) {
  if (m_kind == ChangeFormKind::SwitchOff) {
    m_how = named("formHow", new QComboBox);
    m_how->addItem(tr("Zero"), QString());
    m_how->addItem(tr("Mean over the text"), QStringLiteral(" mean"));
    m_how->addItem(tr("Mean over another text"), QStringLiteral(" mean of "));
    form->addRow(tr("Replace w&ith"), m_how);
  } else if (m_kind == ChangeFormKind::Patch) {
    m_how = named("formHow", new QComboBox);
    m_how->addItem(tr("Output"), QStringLiteral("output"));
    m_how->addItem(tr("Attention pattern"), QStringLiteral("pattern"));
    form->addRow(tr("&What"), m_how);
  } else if (m_kind != ChangeFormKind::Values) {
    return;
  }
  m_text = named("formText", new QLineEdit(m_facts.otherText));
  if (m_kind == ChangeFormKind::Patch) m_text->setPlaceholderText(tr("A text of %1 tokens").arg(m_facts.tokens.size()));
  form->addRow(m_kind == ChangeFormKind::Patch ? tr("From the te&xt") : tr("Sample te&xt"), m_text);
  connect(m_how, &QComboBox::currentIndexChanged, this, &ChangeForm::showChange);
  connect(m_text, &QLineEdit::textChanged, this, &ChangeForm::showChange);
}

void ChangeForm::addValues(QFormLayout* form) {
  if (m_kind != ChangeFormKind::Values) return;
  m_values = named("formValues", new QComboBox);
  const std::pair<const char*, QString> sites[] = {{"stream", tr("Residual stream before the layer")},
                                                   {"attention", tr("Attention output")},
                                                   {"mlp", tr("Feed-forward output")},
                                                   {"output", tr("Head output")},
                                                   {"q", tr("Queries")},
                                                   {"k", tr("Keys")},
                                                   {"v", tr("Values")}};
  for (const auto& [word, label] : sites) m_values->addItem(label, QString::fromLatin1(word));
  form->addRow(tr("&What"), m_values);
  m_how = named("formHow", new QComboBox);
  m_how->addItem(tr("Zero"), QStringLiteral("zero"));
  m_how->addItem(tr("Mean over the text"), QStringLiteral("mean"));
  m_how->addItem(tr("Mean over another text"), QStringLiteral("mean of"));
  m_how->addItem(tr("Mean over a text file"), QStringLiteral("mean of file"));
  m_how->addItem(tr("Random tokens of another text"), QStringLiteral("resample of"));
  m_how->addItem(tr("Same tokens of another text"), QStringLiteral("from"));
  m_how->addItem(tr("Themselves times a factor"), QStringLiteral("by"));
  form->addRow(tr("Replace w&ith"), m_how);
  connect(m_values, &QComboBox::currentIndexChanged, this, &ChangeForm::showValues);
  connect(m_how, &QComboBox::currentIndexChanged, this, &ChangeForm::showValues);
}

void ChangeForm::showValues() {
  // Heads have no place in what a whole layer reads or adds.
  const QString word = m_values->currentData().toString();
  const bool ofHeads = word == QStringLiteral("output") || word.size() == 1;
  auto* places = qobject_cast<QStandardItemModel*>(m_where->model());
  for (const int place : {static_cast<int>(kThisHead), static_cast<int>(kPanelHead)})
    if (QStandardItem* item = places->item(place)) item->setEnabled(ofHeads);
  if (!places->item(m_where->currentIndex())->isEnabled()) m_where->setCurrentIndex(kThisLayer);
  m_amount->setEnabled(m_how->currentData().toString() == QStringLiteral("by"));
  showChange();
}

QString ChangeForm::values() const {
  const QString word = m_values->currentData().toString();
  QString places = heads().isEmpty() ? QStringLiteral("*.*") : heads();
  if (word == QStringLiteral("stream") || word == QStringLiteral("attention") || word == QStringLiteral("mlp"))
    places = places.left(places.lastIndexOf(u'.'));
  const bool shared = word == QStringLiteral("k") || word == QStringLiteral("v");
  const int where = m_where->currentIndex();
  if (shared && attention() == AttentionType::Self && (where == kThisHead || where == kPanelHead)) {
    HeadId head = where == kThisHead ? m_facts.head : *m_facts.panelHead;
    head.head = head.head * m_facts.kvHeads / std::max(1, m_facts.heads);
    places = headNumbers(head);
  }
  const QString tokens = tokensOf(m_tokens);
  return word + u' ' + places + (tokens.isEmpty() ? QString() : QStringLiteral(" at ") + tokens);
}

void ChangeForm::addExpert(QFormLayout* form) {
  if (m_kind != ChangeFormKind::Expert) return;
  m_expertLayer = named("formExpertLayer", new QComboBox);
  for (const HeadId layer : m_facts.experts)
    m_expertLayer->addItem(layer.attention == AttentionType::Encoder ? tr("Layer %1 of the encoder").arg(layer.layer)
                                                                     : tr("Layer %1").arg(layer.layer));
  form->addRow(tr("&Layer"), m_expertLayer);
  m_expert = named("formExpert", new QSpinBox);
  form->addRow(tr("E&xpert"), m_expert);
  m_how = named("formHow", new QComboBox);
  m_how->addItem(tr("Off"), QStringLiteral("off"));
  m_how->addItem(tr("Force"), QStringLiteral("force"));
  form->addRow(tr("&How"), m_how);
  connect(m_expertLayer, &QComboBox::currentIndexChanged, this, &ChangeForm::showExperts);
  connect(m_expert, &QSpinBox::valueChanged, this, &ChangeForm::showChange);
  connect(m_how, &QComboBox::currentIndexChanged, this, &ChangeForm::showChange);
  // The nearest layer at or before the head's, of its own stack.
  const auto isOfEncoder = [](HeadId head) { return head.attention == AttentionType::Encoder; };
  std::optional<int> nearest;
  for (std::size_t i = 0; i < m_facts.experts.size(); ++i) {
    const HeadId layer = m_facts.experts[i];
    if (isOfEncoder(layer) == isOfEncoder(m_facts.head) && (!nearest || layer.layer <= m_facts.head.layer))
      nearest = static_cast<int>(i);
  }
  if (nearest) m_expertLayer->setCurrentIndex(*nearest);
  showExperts();
}

void ChangeForm::showExperts() {
  const int at = m_expertLayer->currentIndex();
  m_expert->setMaximum(at < 0 ? 0 : m_facts.experts[static_cast<std::size_t>(at)].head - 1);
  showChange();
}

void ChangeForm::addAttention(QFormLayout* form) {
  if (m_facts.encoderLayers == 0 || m_kind == ChangeFormKind::Expert) return;
  m_attention = named("formAttention", new QComboBox);
  for (const AttentionType type : {AttentionType::Self, AttentionType::Cross, AttentionType::Encoder})
    if (m_kind != ChangeFormKind::Values || type != AttentionType::Cross)
      m_attention->addItem(attentionName(type), static_cast<int>(type));
  m_attention->setCurrentIndex(std::max(0, m_attention->findData(static_cast<int>(m_facts.head.attention))));
  m_facts.head = m_facts.head.of(attention());
  form->addRow(tr("&Attention"), m_attention);
  connect(m_attention, &QComboBox::currentIndexChanged, this, &ChangeForm::showAttention);
}

AttentionType ChangeForm::attention() const {
  return m_attention ? static_cast<AttentionType>(m_attention->currentData().toInt()) : m_facts.head.attention;
}

void ChangeForm::showAttention() {
  const int layers = attention() == AttentionType::Encoder ? m_facts.encoderLayers : m_facts.layers;
  m_facts.head = m_facts.head.of(attention());
  m_facts.head.layer = std::clamp(m_facts.head.layer, 0, std::max(0, layers - 1));
  namePlaces();
  for (QSpinBox* spin : {m_firstLayer, m_lastLayer}) spin->setMaximum(std::max(0, layers - 1));
  for (QComboBox* field : {m_tokens, m_others})
    if (field) fillTokens(field, tokensOf(field));
  showChange();
}

void ChangeForm::namePlaces() {
  const QString head = headTitle(m_facts.head);
  m_where->setItemText(kThisHead, m_facts.panelHead ? tr("%1 (selected)").arg(head) : head);
  m_where->setItemText(kThisLayer, tr("Every head of layer %1").arg(m_facts.head.layer));
  if (m_facts.panelHead) m_where->setItemText(kPanelHead, tr("%1 (current panel)").arg(headTitle(*m_facts.panelHead)));
}

void ChangeForm::addWhere(QFormLayout* form) {
  if (m_kind == ChangeFormKind::Expert) return;
  m_where = named("formWhere", new QComboBox);
  m_where->addItems({{}, {}, tr("Every head of some layers"), tr("Every head")});
  if (m_facts.panelHead) m_where->addItem(QString());
  namePlaces();
  const bool ofOneHead =
      m_kind == ChangeFormKind::SwitchOff || m_kind == ChangeFormKind::Patch || m_kind == ChangeFormKind::Uniform;
  m_where->setCurrentIndex(ofOneHead ? kThisHead : m_kind == ChangeFormKind::Values ? kThisLayer : kEverywhere);
  form->addRow(tr("Wh&ere"), m_where);
  m_firstLayer = named("formFirstLayer", new QSpinBox);
  m_lastLayer = named("formLastLayer", new QSpinBox);
  for (QSpinBox* spin : {m_firstLayer, m_lastLayer}) spin->setRange(0, std::max(0, m_facts.layers - 1));
  m_firstLayer->setValue(m_facts.head.layer);
  m_lastLayer->setValue(m_facts.layers - 1);
  m_layers = new QWidget;
  QSizePolicy kept = m_layers->sizePolicy();
  kept.setRetainSizeWhenHidden(true);
  m_layers->setSizePolicy(kept);
  auto* row = new QHBoxLayout(m_layers);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(new QLabel(tr("Layer")));
  row->addWidget(m_firstLayer);
  row->addWidget(new QLabel(tr("to")));
  row->addWidget(m_lastLayer);
  row->addStretch(1);
  form->addRow(QString(), m_layers);
  connect(m_where, &QComboBox::currentIndexChanged, this, &ChangeForm::showChange);
  connect(m_firstLayer, &QSpinBox::valueChanged, this, [this](int first) {
    m_lastLayer->setMinimum(first);
    showChange();
  });
  connect(m_lastLayer, &QSpinBox::valueChanged, this, &ChangeForm::showChange);
  if (m_values) showValues();
}

QString ChangeForm::heads() const {
  if (!m_where) return {};
  const auto layers = [this](const QString& numbers) {
    return attention() == AttentionType::Self
               ? numbers + QStringLiteral(".*")
               : QStringLiteral("%1 %2.*").arg(QString::fromStdString(std::string(nameOf(attention()))), numbers);
  };
  switch (m_where->currentIndex()) {
    case kThisHead:
      return headNumbers(m_facts.head);
    case kPanelHead:
      return headNumbers(*m_facts.panelHead);
    case kThisLayer:
      return layers(QString::number(m_facts.head.layer));
    case kSomeLayers:
      return layers(QStringLiteral("%1-%2").arg(m_firstLayer->value()).arg(m_lastLayer->value()));
    default:
      return attention() == AttentionType::Self ? QString() : layers(QStringLiteral("*"));
  }
}

QString ChangeForm::grammar() const {
  const QString named = heads().isEmpty() ? QStringLiteral("*.*") : heads();
  const QString in = heads().isEmpty() ? QString() : QStringLiteral(" in ") + heads();
  switch (m_kind) {
    case ChangeFormKind::SwitchOff: {
      const QString how = m_how->currentData().toString();
      return QStringLiteral("ablate ") + named + how + (how.endsWith(u' ') ? grammarQuoted(m_text->text()) : QString());
    }
    case ChangeFormKind::Hide: {
      const QString how = m_how->currentData().toString();
      const QString whom = how == QStringLiteral("cell") ? tokensOf(m_others) + u' ' : QString();
      return QStringLiteral("mask %1 ").arg(how) + whom + tokensOf(m_tokens) + in;
    }
    case ChangeFormKind::Temperature:
      return QStringLiteral("temperature ") + plain(m_amount->value()) + in;
    case ChangeFormKind::Uniform:
      return QStringLiteral("uniform ") + named;
    case ChangeFormKind::Cap:
      return QStringLiteral("cap ") + tokensOf(m_tokens) + u' ' + plain(m_amount->value() / 100) + in;
    case ChangeFormKind::Weaken:
    case ChangeFormKind::Stress:
      return QStringLiteral("scale ") + tokensOf(m_tokens) + u' ' + plain(m_amount->value()) + in;
    case ChangeFormKind::Dropout:
      return QStringLiteral("dropout %1 seed %2 draws %3")
                 .arg(plain(m_amount->value() / 100))
                 .arg(m_seed->value())
                 .arg(m_draws->value()) +
             in;
    case ChangeFormKind::Patch:
      return QStringLiteral("patch %1 %2 from ").arg(m_how->currentData().toString(), named) +
             grammarQuoted(m_text->text());
    case ChangeFormKind::Values: {
      const QString how = m_how->currentData().toString();
      if (how == QStringLiteral("from"))
        return QStringLiteral("patch ") + values() + QStringLiteral(" from ") + grammarQuoted(m_text->text());
      if (how == QStringLiteral("by"))
        return QStringLiteral("scale ") + values() + QStringLiteral(" by ") + plain(m_amount->value());
      return QStringLiteral("ablate ") + values() + u' ' + how +
             (takesOther(how) ? u' ' + grammarQuoted(m_text->text()) : QString());
    }
    case ChangeFormKind::Expert: {
      const int at = m_expertLayer->currentIndex();
      HeadId expert = at < 0 ? HeadId{} : m_facts.experts[static_cast<std::size_t>(at)];
      expert.head = m_expert->value();
      return QStringLiteral("expert %1 ").arg(headNumbers(expert)) + m_how->currentData().toString();
    }
  }
  return {};
}

void ChangeForm::showChange() {
  if (!m_grammar) return;
  if (m_layers) m_layers->setVisible(m_where->currentIndex() == kSomeLayers);
  if (m_others) {
    const bool cells = m_how->currentData().toString() == QStringLiteral("cell");
    m_others->setVisible(cells);
    m_othersLabel->setVisible(cells);
  }
  const QString how = m_how ? m_how->currentData().toString() : QString();
  const bool needsText =
      m_text && (m_kind == ChangeFormKind::Patch ||
                 (m_values ? takesOther(how) || how == QStringLiteral("from") : m_how->currentIndex() == 2));
  if (m_text) m_text->setEnabled(needsText);
  m_grammar->setText(grammar());
  QString problem;
  if (needsText && m_text->text().trimmed().isEmpty()) {
    problem = how.endsWith(QStringLiteral("file")) ? tr("Write the path of a text file, a text a line.")
                                                   : tr("Write the other text.");
  } else if (const QString unknown = unknownWord(); !unknown.isEmpty()) {
    problem = tr("“%1” is no token of the text.").arg(unknown);
  } else {
    try {
      parseInterventions(grammar().toStdString());
    } catch (const Error& error) {
      problem = QString::fromUtf8(error.what());
    }
  }
  m_problem->setText(problem);
  m_problem->setVisible(!problem.isEmpty());
  m_ok->setEnabled(problem.isEmpty());
}

void ChangeForm::finish() {
  emit chosen(parseInterventions(grammar().toStdString()).front());
  accept();
}

}  // namespace headlight

#include "ui/dialogs/changes/steering_form.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QVBoxLayout>

#include "core/findings/steering.h"
#include "core/model/text_lines.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"

namespace headlight {
namespace {

/// The lines of a field that are texts.
std::vector<std::string> textsIn(const QPlainTextEdit* field) {
  std::vector<std::string> texts;
  for (const QString& line : field->toPlainText().split(u'\n'))
    if (!line.trimmed().isEmpty()) texts.push_back(line.toStdString());
  return texts;
}

}  // namespace

QString SteeringForm::reasonAgainst(const ModelFolder& model) {
  if (!model.model) return tr("This file contains only attention.");
  if (!model.tokenizer) return tr("This model has no tokenizer to read texts with.");
  if (model.model->info().encoderLayers > 0) return tr("Steering is for models of one stack.");
  return {};
}

SteeringForm::SteeringForm(std::shared_ptr<const ModelFolder> model, QWidget* parent)
    : QDialog(parent), m_model(std::move(model)) {
  setObjectName(QStringLiteral("steeringForm"));
  setWindowTitle(tr("Steer by texts"));
  auto* column = makeBox<QVBoxLayout>(this, {16, 16, 16, 16}, 12);
  auto* term =
      named("quiet", new QLabel(tr("The mean stream of one set of texts less that of another, added at a layer "
                                   "(Turner et al. 2023; Rimsky et al. 2024)")));
  term->setWordWrap(true);
  column->addWidget(term);
  m_to =
      addTexts("steeringTo", tr("To&wards these texts, one a line"), tr("I love this. What a wonderful day."), column);
  m_from = addTexts("steeringFrom", tr("Awa&y from these texts"), tr("I hate this. What a terrible day."), column);
  auto* form = new QFormLayout;
  form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
  m_layer = named("steeringLayer", new QSpinBox);
  m_layer->setRange(0, m_model->model->info().layers);
  m_layer->setValue(m_model->model->info().layers / 2);
  m_layer->setToolTip(tr("The layer that reads the changed stream"));
  form->addRow(tr("&Layer"), m_layer);
  m_tokens = named("steeringTokens", new QComboBox);
  m_tokens->addItem(tr("The last of each text"));
  m_tokens->addItem(tr("The mean of all"));
  form->addRow(tr("&Tokens"), m_tokens);
  auto* place = new QHBoxLayout;
  m_file = named("steeringFile", new QLineEdit);
  m_file->setText(QDir::toNativeSeparators(QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                                               .filePath(QStringLiteral("steering.safetensors"))));
  place->addWidget(m_file, 1);
  auto* browse = named("steeringBrowse", new QPushButton(tr("&Browse…")));
  browse->setAutoDefault(false);
  connect(browse, &QPushButton::clicked, this, &SteeringForm::browse);
  place->addWidget(browse);
  form->addRow(tr("Sa&ve as"), place);
  static_cast<QLabel*>(form->labelForField(place))->setBuddy(m_file);
  column->addLayout(form);
  m_problem = named("steeringProblem", new QLabel);
  m_problem->setProperty("level", QStringLiteral("error"));
  m_problem->setWordWrap(true);
  m_problem->hide();
  column->addWidget(m_problem);
  showProgress(m_job, makeProgressBar(QStringLiteral("steeringProgress"), tr("Progress of the texts"), column));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  m_make = named("steeringMake", buttons->addButton(tr("&Add"), QDialogButtonBox::AcceptRole));
  connect(buttons, &QDialogButtonBox::accepted, this, &SteeringForm::make);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(&m_job, &JobSignals::runningChanged, this, [this](bool running) { m_make->setEnabled(!running); });
  column->addWidget(buttons);
  resize(520, 0);
}

QPlainTextEdit* SteeringForm::addTexts(const char* name, const QString& label, const QString& example,
                                       QBoxLayout* column) {
  auto* texts = named(name, new QPlainTextEdit);
  texts->setPlaceholderText(example);
  texts->setTabChangesFocus(true);
  texts->setMinimumHeight(4 * fontMetrics().lineSpacing());
  auto* title = new QLabel(label);
  title->setBuddy(texts);
  column->addWidget(title);
  column->addWidget(texts, 1);
  return texts;
}

void SteeringForm::browse() {
  const QString path =
      QFileDialog::getSaveFileName(this, tr("Save steering vector"), m_file->text(),
                                   tr("Steering vectors (*.safetensors)"), nullptr, QFileDialog::DontConfirmOverwrite);
  if (!path.isEmpty()) m_file->setText(QDir::toNativeSeparators(path));
}

void SteeringForm::make() {
  const std::vector<std::string> to = textsIn(m_to), from = textsIn(m_from);
  QString path = QDir::fromNativeSeparators(m_file->text().trimmed());
  if (to.empty() || from.empty()) return say(tr("Type at least one text in each field."));
  if (path.isEmpty()) return say(tr("Name a file to save the vector in."));
  if (!path.endsWith(QStringLiteral(".safetensors"))) path += QStringLiteral(".safetensors");
  say({});
  m_job.start(
      [model = m_model, to, from, path, layer = m_layer->value(),
       all = m_tokens->currentIndex() == 1](const Progress& progress) {
        const Tokenizer& tokenizer = tokenizerFor(*model, "texts to steer by");
        const auto encoded = [&](const std::vector<std::string>& texts) {
          std::vector<Encoding> read;
          for (const std::string& text : texts) read.push_back(tokenizer.encode(text));
          return read;
        };
        writeSteering(path.toStdString(), steeringVector(*model->model, encoded(from), encoded(to), layer,
                                                         all ? SteeringTokens::All : SteeringTokens::Last, progress));
        return true;
      },
      [this, path](bool) {
        emit chosen(Steer{path.toStdString(), 1, {}});
        accept();
      },
      [this](const QString& message) { say(message); });
}

void SteeringForm::say(const QString& problem) {
  m_problem->setText(problem);
  m_problem->setVisible(!problem.isEmpty());
}

}  // namespace headlight

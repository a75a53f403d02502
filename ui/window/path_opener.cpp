#include "ui/window/path_opener.h"

#include <QFileInfo>
#include <QInputDialog>
#include <algorithm>
#include <optional>

#include "core/base/error.h"
#include "core/chat/conversation.h"
#include "core/io/stored_place.h"
#include "core/text/text_file.h"
#include "ui/dialogs/text_file_dialog.h"
#include "ui/export/provenance_reader.h"
#include "ui/images/image_file.h"
#include "ui/reading/media_input.h"
#include "ui/reading/reading_cost.h"
#include "ui/reading/workspace_actions.h"
#include "ui/state/path_kind.h"
#include "ui/state/recent_files.h"
#include "ui/widgets/actions.h"

namespace headlight {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kMostConversation = std::uint64_t{1} << 24;

/// The conversation of a JSON file with turns, as --chat takes it; none for any other file. Throws Error for turns that
/// are none.
std::optional<Conversation> conversationIn(const fs::path& file, TextFile& text) {
  if (file.extension() != ".json" || text.size() > kMostConversation) return {};
  const std::string place = "'" + file.string() + "'";
  chat::Value root;
  try {
    root = chat::valueOfJson(text.part(0, text.size()), place);
  } catch (const Error&) {
    return {};
  }
  const auto hasRole = [](const chat::Value& turn) { return memberOf(turn, "role") != nullptr; };
  const auto* list = root.list();
  const bool turns = list && std::any_of(list->items.begin(), list->items.end(), hasRole);
  if (!turns && !memberOf(root, "messages")) return {};
  return conversationOf(root, place);
}

}  // namespace

PathOpener::PathOpener(Workspace* workspace, SessionController* sessions, QWidget* window)
    : QObject(window), m_workspace(workspace), m_sessions(sessions), m_window(window) {
  for (JobSignals* job : std::initializer_list<JobSignals*>{&m_images, &m_sound})
    connect(job, &JobSignals::runningChanged, this, [this](bool running) {
      if (!running) emit imageEnded();
    });
  makeActions();
}

void PathOpener::makeActions() {
  makeAction(this, {"openModelAction", tr("&Open model folder…"), QKeySequence::Open}, [this] { chooseModel(); });
  makeAction(this, {"openModelFileAction", tr("Open model &file…")}, [this] { chooseModelFile(); });
  makeAction(this, {"openTextAction", tr("Open &text file…"), "Ctrl+Shift+L"}, [this] { chooseText(); });
  makeAction(this, {"importAttentionAction", tr("Import &attention…")}, [this] { chooseAttention(); });
  QAction* image = makeAction(this, {"openImageAction", tr("Open i&mage…"), "Ctrl+Alt+O"}, [this] { chooseImage(); });
  enableWhile(m_workspace, {image},
              [](const Workspace& workspace) { return workspace.model() && readsOf(*workspace.model()).pictures > 0; });
  QAction* sound = makeAction(this, {"openSoundAction", tr("Open so&und…")}, [this] { chooseSound(); });
  enableWhile(m_workspace, {sound},
              [](const Workspace& workspace) { return workspace.model() && readsOf(*workspace.model()).sound; });
  makeAction(this, {"openSessionAction", tr("Open sessio&n…"), "Ctrl+Shift+O"}, [this] { chooseSession(); });
}

void PathOpener::open(const fs::path& path) {
  switch (pathKindOf(path)) {
    case PathKind::Session:
    case PathKind::Figure:
      return m_sessions->open(path);
    case PathKind::Image:
      // Where no model reads images, a picture can but be a figure, and the session says what it lacks.
      return readsImages() || !isFigureFile(path) ? openImages({path}) : m_sessions->open(path);
    case PathKind::Sound:
      return openSound(path);
    case PathKind::Text:
      return openText(path);
    case PathKind::Model:
      return m_workspace->openModel(modelFolderOf(path));
    case PathKind::Statistics:
      emit statisticsChosen(path);
      return;
    case PathKind::Attention:
    case PathKind::Nothing:
      return m_workspace->openModel(path);
  }
}

void PathOpener::open(const std::vector<fs::path>& paths) {
  const bool pictures = paths.size() > 1 && std::all_of(paths.begin(), paths.end(), [this](const fs::path& path) {
                          return pathKindOf(path) == PathKind::Image && (readsImages() || !isFigureFile(path));
                        });
  if (pictures)
    openImages(paths);
  else if (!paths.empty())
    open(paths.front());
}

void PathOpener::cancel() {
  m_images.cancel();
  m_sound.cancel();
}

bool PathOpener::readsImages() const { return m_workspace->model() && readsOf(*m_workspace->model()).pictures > 0; }

void PathOpener::openImages(const std::vector<fs::path>& files, std::optional<std::size_t> at) {
  emit imageStarted(QString::fromStdString(files.front().filename().string()));
  m_images.start(
      [files](const Progress& progress) {
        OpenedImages opened;
        for (const fs::path& file : files) {
          opened.images.push_back(headlight::openImage(file));
          for (const std::string& remark : remarksOnImage(file)) opened.remarks << QString::fromStdString(remark);
          progress(static_cast<double>(opened.images.size()) / static_cast<double>(files.size()), "reading");
        }
        return opened;
      },
      [this, at](const OpenedImages& opened) {
        for (const KeptImage& image : opened.images) m_workspace->putPicture(image, at);
        if (!opened.remarks.isEmpty()) emit noted(opened.remarks.join(u'\n'));
      },
      [this](const QString& message) { emit failed(message); });
}

void PathOpener::takePicture(const QImage& picture) {
  m_workspace->putPicture(keptImage(tr("Pasted picture").toStdString(), rgbOf(picture)));
}

void PathOpener::openSound(const fs::path& file) {
  emit imageStarted(QString::fromStdString(file.filename().string()));
  m_sound.start([file](const Progress&) { return headlight::openSound(file); },
                [this](const KeptSound& sound) { m_workspace->setSound(sound); },
                [this](const QString& message) { emit failed(message); });
}

void PathOpener::openText(const fs::path& file) {
  const auto take = [this, name = QString::fromStdString(file.filename().string())](const std::string& text,
                                                                                    bool replaced) {
    m_workspace->replaceTexts(text, {});
    if (replaced) emit noted(tr("%1 is not valid UTF-8: other bytes are read as �.").arg(name));
  };
  try {
    TextFile text(file);
    if (const auto conversation = conversationIn(file, text))
      return m_workspace->setConversation(Shared<Conversation>(*conversation));
    if (text.size() <= kShortTextFile) {
      const std::string whole = text.part(0, text.size());
      return take(whole, text.replaced() > 0);
    }
    if (!m_workspace->model())
      throw Error(tr("text file: expected an open model, found none; open one first").toStdString());
    auto* dialog = new TextFileDialog(
        file,
        [model = m_workspace->model()](const std::string& part, std::size_t most, const Progress&) {
          return readingCost(*model, part, most);
        },
        m_window);
    connect(dialog, &TextFileDialog::chosen, this, take);
    dialog->open();
  } catch (const Error& error) {
    emit failed(QString::fromUtf8(error.what()));
  }
}

void PathOpener::chooseTextOfBatch(const fs::path& file, std::int64_t texts) {
  auto* dialog = new QInputDialog(m_window);
  dialog->setObjectName(QStringLiteral("textOfBatch"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Choose a text"));
  dialog->setLabelText(tr("%1 has the attention of %2 texts. Number of the text to open, from 0:")
                           .arg(QString::fromStdString(file.filename().string()))
                           .arg(texts));
  dialog->setInputMode(QInputDialog::IntInput);
  dialog->setIntRange(0, static_cast<int>(texts - 1));
  connect(dialog, &QInputDialog::intValueSelected, this,
          [this, file](int text) { m_workspace->openModel(storedWithRow(file, text)); });
  dialog->open();
}

void PathOpener::chooseSession() {
  chooseFile(tr("Open session"), tr("Headlight sessions (*.headlight)"), recent(RecentList::Sessions).value(0),
             [this](const fs::path& file) { open(file); });
}

void PathOpener::chooseImage(std::optional<std::size_t> at) {
  const auto& pictures = m_workspace->pictures();
  QFileDialog* dialog = makeChooser(at ? tr("Replace picture") : tr("Open image"),
                                    pictures.empty() ? QString() : QString::fromStdString(pictures.back().path), {});
  dialog->setFileMode(at ? QFileDialog::ExistingFile : QFileDialog::ExistingFiles);
  dialog->setNameFilter(tr("Images (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.ppm *.svg);;All files (*)"));
  connect(dialog, &QFileDialog::filesSelected, this, [this, at](const QStringList& chosen) {
    std::vector<fs::path> files;
    for (const QString& file : chosen) files.emplace_back(file.toStdString());
    if (!files.empty()) openImages(files, at);
  });
  dialog->open();
}

void PathOpener::chooseSound() {
  const auto& sound = m_workspace->sound();
  chooseFile(tr("Open sound"), tr("Sounds (%1);;All files (*)").arg(QStringLiteral("*.wav *.flac *.ogg *.oga *.opus *.mp3")),
             sound ? QString::fromStdString(sound->path) : QString(),
             [this](const fs::path& file) { openSound(file); });
}

void PathOpener::chooseText() {
  chooseFile(tr("Open text file"), {}, {}, [this](const fs::path& file) { openText(file); });
}

void PathOpener::chooseAttention() {
  chooseFile(tr("Import attention"), tr("Attention (*.safetensors *.npz *.npy *.pt)"), {},
             [this](const fs::path& file) { m_workspace->openModel(file); });
}

void PathOpener::chooseModel() {
  chooseFolder([this](const fs::path& folder) { open(folder); });
}

void PathOpener::chooseOtherModel() {
  chooseFolder([this](const fs::path& folder) { m_workspace->openOtherModel(folder); });
}

void PathOpener::chooseModelFile() {
  chooseGguf([this](const fs::path& file) { open(file); });
}

void PathOpener::chooseOtherModelFile() {
  chooseGguf([this](const fs::path& file) { m_workspace->openOtherModel(file); });
}

void PathOpener::chooseGguf(const Chosen& chosen) {
  chooseFile(tr("Open model file"), tr("GGUF models (*.gguf);;All files (*)"), recent(RecentList::Models).value(0),
             chosen);
}

void PathOpener::chooseFolder(const Chosen& chosen) {
  QFileDialog* dialog = makeChooser(tr("Open model folder"), recent(RecentList::Models).value(0), chosen);
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  dialog->open();
}

void PathOpener::chooseFile(const QString& title, const QString& filter, const QString& beside, const Chosen& chosen) {
  QFileDialog* dialog = makeChooser(title, beside, chosen);
  dialog->setFileMode(QFileDialog::ExistingFile);
  if (!filter.isEmpty()) dialog->setNameFilter(filter);
  dialog->open();
}

QFileDialog* PathOpener::makeChooser(const QString& title, const QString& beside, const Chosen& chosen) {
  auto* dialog = new QFileDialog(m_window, title);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  if (!beside.isEmpty()) dialog->setDirectory(QFileInfo(beside).absolutePath());
  if (chosen)
    connect(dialog, &QFileDialog::fileSelected, this, [chosen](const QString& path) { chosen(path.toStdString()); });
  return dialog;
}

}  // namespace headlight

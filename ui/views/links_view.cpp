#include "ui/views/links_view.h"

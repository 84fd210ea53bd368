# Taking over an existing site's update.xml.
